import type { LiveRecord } from '../../../domain/bookings/booking.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { Ceilings } from '../../port/bookings.ts'
import { noneUnproved, refusalOver, toCount } from '../../rules/ceilings.ts'
import type { Records } from './records.ts'

/** Which ceiling the record would be above, counted just before it is written. */
export async function refuseOver(
  records: Records,
  record: LiveRecord,
  now: Instant,
  ceilings: Ceilings | undefined,
): Promise<ReturnType<typeof refusalOver>> {
  if (!ceilings) return null
  const { holdsOf, bookingsOf, unprovedSince } = toCount(record, ceilings)
  const [holds, bookings, unproved] = await Promise.all([
    holdsOf === undefined ? 0 : records.countHolds(holdsOf, now, record.id),
    bookingsOf === undefined ? 0 : records.countBookings(bookingsOf, now, record.id),
    unprovedSince === undefined ? noneUnproved : records.sumUnproved(record, unprovedSince, now),
  ])
  return refusalOver(record, ceilings, { holds, bookings, unproved })
}
