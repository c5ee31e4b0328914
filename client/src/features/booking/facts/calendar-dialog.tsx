import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { formatDayTime, visitorZone } from '../../../lib/time/time.ts'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { CalendarWays } from './add-to-calendar.tsx'

export interface CalendarDialogProps {
  booking: Booking
  /** What opens it; empty for who is signed in. */
  token: string
  onClose: () => void
}

/** Adding one of a list to a calendar. */
export function CalendarDialog({ booking, token, onClose }: CalendarDialogProps) {
  return (
    <Dialog open size="s" title="Add to your calendar" onClose={onClose}>
      <p>
        {booking.expert.name}, {formatDayTime(booking.startsAt, visitorZone())}
      </p>
      <CalendarWays booking={booking} token={token} />
    </Dialog>
  )
}
