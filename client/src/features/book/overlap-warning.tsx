import { CalendarClock } from 'lucide-react'
import { formatSpan } from '../../lib/time/time.ts'
import styles from './hold/lost-slot.module.css'

/** A booking that was made in this browser. */
export interface OwnBooking {
  readonly id: string
  readonly expertName: string
  readonly startsAt: string
  readonly endsAt: string
}

export function OverlapWarning({
  overlaps,
  zone,
}: {
  overlaps: readonly OwnBooking[]
  zone: string
}) {
  return (
    <div role="status" className={styles.lost}>
      <CalendarClock size={20} aria-hidden className={styles.icon} />
      <div className={styles.body}>
        <h3 className={styles.title}>You have another session at this time</h3>
        <ul>
          {overlaps.map(({ id, expertName, startsAt, endsAt }) => (
            <li key={id}>
              {formatSpan(startsAt, endsAt, zone)} with {expertName}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
