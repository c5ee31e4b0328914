import { CalendarClock } from 'lucide-react'
import { formatSpan } from '../../lib/time/time.ts'
import { Notice } from '../../ui/feedback/notice.tsx'

/** A booking that was made in this browser, or with the address that is signed in. */
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
    <Notice
      role="status"
      level={3}
      icon={<CalendarClock size={20} />}
      title="You have another session at this time"
    >
      <ul>
        {overlaps.map(({ id, expertName, startsAt, endsAt }) => (
          <li key={id}>
            {formatSpan(startsAt, endsAt, zone)} with {expertName}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
