import type { Presence } from '@expertconnect/contract/bookings/attendance'
import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Deps } from '../../base/deps.ts'
import type { BookingRecord } from '../../domain/bookings/booking.ts'
import { roomStateOf } from '../../domain/calls/room.ts'
import type { SeatState } from '../../domain/calls/seat.ts'
import { formatInstant, type Instant } from '../../domain/time/instant.ts'
import { isExpertHeldUp } from './overruns.ts'

/** The same with who is in its room, while that is open, and for the customer whether the expert is still in another one. */
export async function withPresence(
  { storage }: Pick<Deps, 'storage'>,
  booking: Booking,
  record: BookingRecord,
  now: Instant,
): Promise<Booking> {
  if (roomStateOf(record, now) !== 'open') return booking
  const seats = await storage.calls.listSeats(record.id)
  const presence: Presence = Object.fromEntries(seats.map((seat) => [seat.role, presentSide(seat)]))
  const isHeldUp =
    booking.seenAs === 'customer' && (await isExpertHeldUp({ storage }, record, seats, now))
  return { ...booking, presence, ...(isHeldUp ? { heldUp: true } : {}) }
}

function presentSide({ seat, absence, since }: SeatState): Presence['customer'] {
  if (seat !== null) {
    return { state: 'there', ...(since === undefined ? {} : { since: formatInstant(since) }) }
  }
  return { state: absence === 'lost' ? 'lost' : 'left' }
}
