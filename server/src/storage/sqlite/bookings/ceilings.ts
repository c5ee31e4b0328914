import type { LiveRecord } from '../../../domain/bookings/booking.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { Ceilings } from '../../port/bookings.ts'
import { noneUnproved, refusalOver, toCount } from '../../rules/ceilings.ts'
import type { Records } from './records.ts'

/** Which ceiling the record would be above, counted in the transaction that writes it. */
export function refuseOver(
  records: Records,
  record: LiveRecord,
  now: Instant,
  ceilings: Ceilings | undefined,
): ReturnType<typeof refusalOver> {
  if (!ceilings) return null
  const { holdsOf, bookingsOf, unprovedSince } = toCount(record, ceilings)
  return refusalOver(record, ceilings, {
    holds: holdsOf === undefined ? 0 : records.countHolds(holdsOf, now, record.id),
    bookings: bookingsOf === undefined ? 0 : records.countBookings(bookingsOf, now, record.id),
    unproved:
      unprovedSince === undefined ? noneUnproved : records.sumUnproved(record, unprovedSince, now),
  })
}
