import type { SeatState } from '../../domain/calls/seat.ts'
import type { Instant } from '../../domain/time/instant.ts'

/** Since when the side of a seat that is taken `now` is there: another page of theirs in the same seat is no break. */
export function sittingSince(
  before: Pick<SeatState, 'seat' | 'since'> | null | undefined,
  now: Instant,
): Instant {
  return before && before.seat !== null ? (before.since ?? now) : now
}
