import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { Scale } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { formatDayTime, visitorZone } from '../../lib/time/time.ts'
import { Button } from '../../ui/action/button.tsx'
import { Card } from '../../ui/display/card.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { Disputes } from '../booking/attendance/attendance-facts.tsx'
import { namesFor, outcomeWords, stayWords } from '../booking/attendance/attendance-words.ts'
import styles from './dispute-card.module.css'

interface DisputeCardProps {
  booking: Booking
  onDecide: () => void
}

/** A session of which a side says that it was otherwise. */
export function DisputeCard({ booking, onDecide }: DisputeCardProps) {
  const { attendance, startsAt, id, customer, expert } = booking
  if (!attendance) return null
  const zone = visitorZone()
  const names = namesFor(booking, 'admin')
  return (
    <Card as="li" className={styles.card}>
      <header className={styles.head}>
        <h2>
          <Link to={paths.adminBooking(id)}>
            {names.customer} with {expert.name}
          </Link>
        </h2>
        <p>
          {customer?.email} · {formatDayTime(startsAt, zone)}
        </p>
      </header>
      <p>{outcomeWords(attendance.outcome, names)}</p>
      <ul className={styles.stays}>
        <li>{stayWords(names.expert, attendance.stays.expert, zone)}</li>
        <li>{stayWords(names.customer, attendance.stays.customer, zone)}</li>
      </ul>
      <Disputes attendance={attendance} names={names} />
      {!attendance.decision && (
        <div>
          <Button variant="primary" icon={<Scale size={18} aria-hidden />} onClick={onDecide}>
            Decide…
            <VisuallyHidden>
              {' '}
              about {names.customer} with {expert.name}
            </VisuallyHidden>
          </Button>
        </div>
      )}
    </Card>
  )
}
