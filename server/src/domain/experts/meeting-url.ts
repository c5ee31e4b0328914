import type { BookingRecord } from '../bookings/booking.ts'
import type { Expert } from './expert.ts'

/**
 * Where the two of a booking meet when their call finds no path: the expert's own link, while the booking stands. Whoever
 * asks has made sure that it is one of the two who will read it.
 */
export function meetingUrlOf(
  { id, meetingUrl }: Pick<Expert, 'id' | 'meetingUrl'>,
  booking: Pick<BookingRecord, 'state' | 'expertId'>,
): string | undefined {
  if (booking.state !== 'booked' || booking.expertId !== id) return undefined
  return meetingUrl ?? undefined
}
