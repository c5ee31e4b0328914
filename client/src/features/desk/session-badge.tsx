import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { CalendarX2, Check, CircleCheck, Hourglass } from 'lucide-react'
import { Status } from '../../ui/status.tsx'

/** How a session stands, for the expert. */
export function SessionBadge({ booking }: { booking: Booking }) {
  if (booking.status === 'cancelled') {
    return (
      <Status tone="danger" icon={<CalendarX2 size={15} aria-hidden />}>
        Cancelled
      </Status>
    )
  }
  if (booking.status === 'completed') {
    return (
      <Status tone="neutral" icon={<Check size={15} aria-hidden />}>
        Completed
      </Status>
    )
  }
  return booking.proposal ? (
    <Status tone="held" icon={<Hourglass size={15} aria-hidden />}>
      Proposed
    </Status>
  ) : (
    <Status tone="live" icon={<CircleCheck size={15} aria-hidden />}>
      Booked
    </Status>
  )
}
