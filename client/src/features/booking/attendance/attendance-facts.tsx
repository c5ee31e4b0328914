import type { Attendance } from '@expertconnect/contract/bookings/attendance'
import type { Booking, Party } from '@expertconnect/contract/bookings/shapes'
import { UsersRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { formatDate } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Part } from '../facts/part.tsx'
import styles from './attendance-facts.module.css'
import { type Names, namesFor, outcomeWords, stayWords } from './attendance-words.ts'

const DisputeDialog = lazy(async () => ({
  default: (await import('./dispute-dialog.tsx')).DisputeDialog,
}))

export interface AttendanceFactsProps {
  booking: Booking
  token: string
  zone: string
  viewer: Party
}

/** Who was in the room and when, the same to both sides, and that it was otherwise. */
export function AttendanceFacts({ booking, token, zone, viewer }: AttendanceFactsProps) {
  const [disputing, setDisputing] = useState(false)
  const { attendance } = booking
  if (!attendance) return null
  const names = namesFor(booking, viewer)
  return (
    <Part id="attendance" icon={UsersRound} title="Who was there">
      <div className={styles.facts}>
        <p>{outcomeWords(attendance.outcome, names)}</p>
        <ul>
          <li>{stayWords(names.expert, attendance.stays.expert, zone)}</li>
          <li>{stayWords(names.customer, attendance.stays.customer, zone)}</li>
        </ul>
        <Disputes attendance={attendance} names={names} />
        {attendance.disputable && (
          <>
            <p className={styles.minor}>
              Did it go differently? Until {formatDate(attendance.disputableUntil, zone)} you can
              tell the people who run this site. That alone changes nothing.
            </p>
            <Button onClick={() => setDisputing(true)}>Say what happened</Button>
          </>
        )}
      </div>
      <Suspense>
        {disputing && (
          <DisputeDialog booking={booking} token={token} onClose={() => setDisputing(false)} />
        )}
      </Suspense>
    </Part>
  )
}

/** What the sides say, and what was decided. */
export function Disputes({ attendance, names }: { attendance: Attendance; names: Names }) {
  const { disputes, decision } = attendance
  return (
    <>
      {disputes.map(({ by, word }) => (
        <blockquote key={by} className={styles.said}>
          <cite>{names[by]}:</cite> {word}
        </blockquote>
      ))}
      {decision && (
        <p>
          <strong>The people who run this site have decided.</strong> {decision.word}
        </p>
      )}
      {!decision && disputes.length > 0 && (
        <p className={styles.minor}>The people who run this site will look at it.</p>
      )}
    </>
  )
}
