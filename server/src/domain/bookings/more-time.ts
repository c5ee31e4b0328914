import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { Instant } from '../time/instant.ts'
import { type BookedRecord, priceOf, type Span } from './booking.ts'
import { withdraw } from './transitions.ts'

/** So much is offered at a time, in minutes. */
export const moreMinutes = 15

/**
 * `booked → booked`: one side offers that it goes on for longer. Of two questions of an expert to their customer the
 * later one stands: what they proposed before is void.
 */
export function offerMore(booking: BookedRecord, by: CallRole, now: Instant): BookedRecord {
  const moreTime = { by, minutes: moreMinutes, offeredAt: now }
  if (by === 'expert') return { ...withdraw(booking), moreTime }
  return { ...booking, version: booking.version + 1, moreTime }
}

/** `booked → booked`: refused, or taken back. */
export function dropMore(booking: BookedRecord): BookedRecord {
  const { moreTime: _moreTime, ...kept } = booking
  return { ...kept, version: booking.version + 1 }
}

/** `booked → booked`, as long as both have agreed. Who is late for its beginning still is. */
export function lengthen(booking: BookedRecord, { endsAt, until }: Span): BookedRecord {
  const { moreTime, ...kept } = withdraw(booking)
  return { ...kept, minutes: booking.minutes + (moreTime?.minutes ?? 0), endsAt, until }
}

/** What more minutes cost, minor units, so that the whole costs what so long a session does. */
export function priceOfMore(
  { hourlyRate, minutes }: Pick<BookedRecord, 'hourlyRate' | 'minutes'>,
  more: number = moreMinutes,
): number {
  return priceOf(hourlyRate, minutes + more) - priceOf(hourlyRate, minutes)
}
