import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Deps } from '../../base/deps.ts'
import type { BookingRecord } from '../../domain/bookings/booking.ts'
import { callRoleOf } from '../../domain/calls/entry.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { presentMoreTime } from './more-time.ts'
import type { Parties } from './parties.ts'
import { withPresence } from './presence.ts'
import { presentBooking } from './present.ts'

/** A booking with what is not in its record: who is in its room, and whether it can have more time. */
export async function presentLive(
  deps: Pick<Deps, 'storage'>,
  record: BookingRecord,
  expert: Expert,
  now: Instant,
  seenBy: Parties,
): Promise<Booking> {
  const [booking, more] = await Promise.all([
    withPresence(deps, presentBooking(record, expert, now, seenBy), record, now),
    presentMoreTime(deps, record, expert, callRoleOf(seenBy), now),
  ])
  return { ...booking, ...more }
}
