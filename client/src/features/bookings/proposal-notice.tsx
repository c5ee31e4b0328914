import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { CalendarSync } from 'lucide-react'
import { useState } from 'react'
import { formatDay, formatDayTime, formatSpan } from '../../time.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './booking-page.module.css'
import type { Change } from './use-change-booking.ts'

export interface ProposalNoticeProps {
  booking: Booking
  proposal: NonNullable<Booking['proposal']>
  zone: string
  /** Answers why it was refused, or nothing. */
  onChange: (change: Change) => Promise<Problem | null>
}

/** The expert asks for another time: it is the customer who decides. */
export function ProposalNotice({ booking, proposal, zone, onChange }: ProposalNoticeProps) {
  const { startsAt, endsAt, minutes, note } = proposal
  const { expert, allowedActions } = booking
  const [busy, setBusy] = useState<'accept' | 'keep' | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function answer(which: 'accept' | 'keep', change: Change) {
    setBusy(which)
    setProblem(await onChange(change))
    setBusy(null)
  }

  return (
    <Notice
      tone="accent"
      icon={<CalendarSync size={20} />}
      title={`${expert.name} proposes another time`}
    >
      <p>
        <strong className="tabular">
          {formatDay(startsAt, zone)}, {formatSpan(startsAt, endsAt, zone)}
        </strong>
        {minutes !== booking.minutes && <> · {minutes} minutes</>}
        {note !== undefined && note !== '' && <> · “{note}”</>}
      </p>
      <p className={styles.minor}>
        Until you accept, your session stays at {formatDayTime(booking.startsAt, zone)}. The
        proposed time is not kept free: somebody else may book it before.
      </p>
      <div className={styles.row}>
        {allowedActions.includes('accept') && (
          <Button
            variant="primary"
            busy={busy === 'accept'}
            onClick={() => void answer('accept', { startsAt, minutes })}
          >
            Accept the new time
          </Button>
        )}
        {allowedActions.includes('decline') && (
          <Button busy={busy === 'keep'} onClick={() => void answer('keep', { proposal: null })}>
            Keep my time
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className={styles.fault}>
          {problem.title}. {problem.detail}
        </p>
      )}
    </Notice>
  )
}
