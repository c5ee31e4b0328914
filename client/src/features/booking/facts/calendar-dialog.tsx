import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { formatDayTime, visitorZone } from '../../../lib/time/time.ts'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { CalendarWays } from './add-to-calendar.tsx'

/** Adding one of a list to a calendar, as who is signed in. */
export function CalendarDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  return (
    <Dialog open size="s" title="Add to your calendar" onClose={onClose}>
      <p>
        {booking.expert.name}, {formatDayTime(booking.startsAt, visitorZone())}
      </p>
      <CalendarWays booking={booking} token="" />
    </Dialog>
  )
}
