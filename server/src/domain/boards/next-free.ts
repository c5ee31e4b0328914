import type { OccupiedTime, Span } from '../bookings/booking.ts'
import { type Instant, minute, plus } from '../time/instant.ts'
import { cellsOf } from '../bookings/occupancy.ts'
import type { Schedule } from '../schedules/schedule.ts'
import { bookableRange, bookableStarts } from '../schedules/starts.ts'
import { addDays, dateAt, startOfDay } from '../time/wall-time.ts'

/**
 * The next free slot of the shortest session, and when that answer turns stale by itself: as it falls inside the
 * notice, or, where nothing is free, as the horizon moves on at the expert's midnight.
 */
export function nextFree(
  schedule: Schedule,
  occupied: readonly OccupiedTime[],
  now: Instant,
): { slot: Span | null; refreshAt: Instant } {
  const owned = new Set(occupied.flatMap(cellsOf))
  const shortest = Math.min(...schedule.sessionLengths)
  for (const span of bookableStarts(schedule, shortest, bookableRange(schedule, now), now)) {
    if (cellsOf(span).some((cell) => owned.has(cell))) continue
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
  const owned = new Set(occupied.flatMap(cellsOf))
  const distance = (at: Instant) => Math.abs(at - lost.startsAt)
  return [...bookableStarts(schedule, lost.minutes, bookableRange(schedule, now), now)]
    .filter((span) => !cellsOf(span).some((cell) => owned.has(cell)))
    .map((span) => span.startsAt)
    .toSorted((a, b) => distance(a) - distance(b) || a - b)
    .slice(0, count)
    .toSorted((a, b) => a - b)
}
