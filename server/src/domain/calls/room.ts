import type { callStates } from '@expertconnect/contract/calls/shapes'
import type { BookingRecord, Span } from '../bookings/booking.ts'
import { type Instant, minute, plus } from '../time/instant.ts'

const opensMinutes = 10
const shortNoticeMinutes = 15
const closesMinutes = 30
/** So long the relay is there for who tries, before the room opens, whether a call will find a path. */
export const trialMinutes = 10

export type RoomState = (typeof callStates)[number]

/** Ten minutes before it begins. Whoever booked in the last quarter of an hour need not wait: for them it is open. */
export function roomOpensAt({
  startsAt,
  bookedAt,
}: Pick<BookingRecord, 'startsAt' | 'bookedAt'>): Instant {
  const usual = plus(startsAt, -opensMinutes * minute)
  const isAtShortNotice = bookedAt >= plus(startsAt, -shortNoticeMinutes * minute)
  return isAtShortNotice && bookedAt < usual ? bookedAt : usual
}

/** From this very instant on nobody is in it any more. */
export function roomClosesAt({ endsAt }: Pick<Span, 'endsAt'>): Instant {
  return plus(endsAt, closesMinutes * minute)
}

/** The room of a booking at `now`. A cancelled one has none, whatever the time is. */
export function roomStateOf(
  record: Pick<BookingRecord, 'state' | 'startsAt' | 'endsAt' | 'bookedAt'>,
  now: Instant,
): RoomState {
  if (record.state === 'cancelled') return 'cancelled'
  if (now < roomOpensAt(record)) return 'early'
  return now < roomClosesAt(record) ? 'open' : 'over'
}

/**
 * Until when whoever asks `now` may use the relay: as long as the room is open and, before that, for a test of the
 * connection. Somebody who books for a day in months would have it for months otherwise.
 */
export function relayedUntil(
  record: Pick<BookingRecord, 'state' | 'startsAt' | 'endsAt' | 'bookedAt'>,
  now: Instant,
): Instant {
  return roomStateOf(record, now) === 'open'
    ? roomClosesAt(record)
    : plus(now, trialMinutes * minute)
}
