import type { OccupiedTime, Span } from '../bookings/booking.ts'
import { type Instant, minute, plus } from '../time/instant.ts'
import { cellsOf } from '../bookings/occupancy.ts'
import type { Schedule } from '../schedules/schedule.ts'
import { bookableRange, bookableStarts } from '../schedules/starts.ts'
import { addDays, dateAt, startOfDay } from '../time/wall-time.ts'

interface Range {
  readonly from: Instant
  readonly before: Instant
}

/** Every slot of `minutes` that can be booked at `now` and is nobody's, ascending, with its start in the range. */
export function* freeSlots(
  schedule: Schedule,
  minutes: number,
  range: Range,
  occupied: readonly OccupiedTime[],
  now: Instant,
): Generator<Span> {
  const owned = new Set(occupied.flatMap(cellsOf))
  for (const span of bookableStarts(schedule, minutes, range, now)) {
    if (!cellsOf(span).some((cell) => owned.has(cell))) yield span
  }
}

/**
 * The next free slot of the shortest session, and when that answer turns stale by itself: as it falls inside the
 * notice, or, where nothing is free, as the horizon moves on at the expert's midnight.
 */
export function nextFree(
  schedule: Schedule,
  occupied: readonly OccupiedTime[],
  now: Instant,
): { slot: Span | null; refreshAt: Instant } {
  const shortest = Math.min(...schedule.sessionLengths)
  const range = bookableRange(schedule, now)
  for (const span of freeSlots(schedule, shortest, range, occupied, now)) {
    const refreshAt = plus(span.startsAt, 1 - schedule.policy.noticeMinutes * minute)
    return { slot: span, refreshAt }
  }
  const tomorrow = addDays(dateAt(schedule.timeZone, now), 1)
  return { slot: null, refreshAt: startOfDay(schedule.timeZone, tomorrow) }
}

/** The free starts nearest to a lost one, ascending; at most `count`. */
export function nearestFree(
  schedule: Schedule,
  lost: { readonly startsAt: Instant; readonly minutes: number },
  occupied: readonly OccupiedTime[],
  now: Instant,
  count: number,
): Instant[] {
  const distance = (at: Instant) => Math.abs(at - lost.startsAt)
  return [...freeSlots(schedule, lost.minutes, bookableRange(schedule, now), occupied, now)]
    .map((span) => span.startsAt)
    .toSorted((a, b) => distance(a) - distance(b) || a - b)
    .slice(0, count)
    .toSorted((a, b) => a - b)
}

/** The first of these ascending starts, and then each that lies `apart` or more behind the one before; at most `count`. */
export function spreadOut(starts: Iterable<Instant>, apart: number, count: number): Instant[] {
  const chosen: Instant[] = []
  for (const start of starts) {
    if (chosen.length === count) break
    const last = chosen.at(-1)
    if (last === undefined || start - last >= apart) chosen.push(start)
  }
  return chosen
}
