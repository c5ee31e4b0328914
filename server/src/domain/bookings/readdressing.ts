import { day, type Instant, plus } from '../time/instant.ts'
import type { BookingRecord } from './booking.ts'

const mostInADay = 5

/** The corrections of its address within the last day, oldest first. */
export function readdressedLately(
  { readdressedAt = [] }: Pick<BookingRecord, 'readdressedAt'>,
  now: Instant,
): readonly Instant[] {
  return readdressedAt.filter((at) => at > now - day)
}

/**
 * From when on its address may be corrected; `now` where it may at once. Without a limit a booking could be made for one
 * address and be mailed to any number of others. The record itself says how often it was: only corrections that were
 * committed count, each of them once, however often and at whatever moment it was asked for again.
 */
export function readdressableFrom(
  booking: Pick<BookingRecord, 'readdressedAt'>,
  now: Instant,
): Instant {
  const counted = readdressedLately(booking, now).at(-mostInADay)
  return counted === undefined ? now : plus(counted, day)
}
