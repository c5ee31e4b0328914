import { heldUpBeforeMs } from '@expertconnect/contract/calls/routes'
import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { BookingRecord, Span } from '../bookings/booking.ts'
import { type Instant, plus } from '../time/instant.ts'
import { roomClosesAt } from './room.ts'
import type { SeatState } from './seat.ts'

type Times = Pick<Span, 'startsAt' | 'endsAt'>
export type Seat = Pick<SeatState, 'role' | 'seat'>

/** Whether it is said of a session, at `now`, that its expert is held up: from just before its start until its end. */
export function mayBeHeldUp(next: Times & Pick<BookingRecord, 'state'>, now: Instant): boolean {
  return next.state === 'booked' && now >= plus(next.startsAt, -heldUpBeforeMs) && now < next.endsAt
}

/** Whether one session of an expert lies so close before another one that people may still be in its room then. */
export function isBefore(previous: Times, next: Times): boolean {
  return previous.endsAt <= next.startsAt && next.startsAt < roomClosesAt(previous)
}

/**
 * Whether the expert of `next` is still in a session before it: both of its sides sit in its room, and the expert not in
 * that of `next`. Who has merely left a page open talks to nobody, and is held up by nothing.
 */
export function isHeldUp(
  next: Times & Pick<BookingRecord, 'state'> & { readonly seats: readonly Seat[] },
  before: readonly (Times & { readonly seats: readonly Seat[] })[],
  now: Instant,
): boolean {
  if (!mayBeHeldUp(next, now) || sits(next.seats, 'expert')) return false
  return before.some(
    (previous) =>
      isBefore(previous, next) &&
      now < roomClosesAt(previous) &&
      sits(previous.seats, 'expert') &&
      sits(previous.seats, 'customer'),
  )
}

function sits(seats: readonly Seat[], wanted: CallRole): boolean {
  return seats.some(({ role, seat }) => role === wanted && seat !== null)
}
