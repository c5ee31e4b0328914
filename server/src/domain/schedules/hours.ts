import type { Span } from '../bookings/booking.ts'
import { firstWithin } from './busy-times.ts'
import { type Instant, minute, plus } from '../time/instant.ts'
import type { BusyTime, Schedule, WallWindow } from './schedule.ts'
import { dateAt } from '../time/wall-time.ts'
import { type Window, wallWindowsOn, windowsOn } from './windows.ts'

/** What the hours say against a start, with the figures that it came from. */
export type HoursFinding =
  | { readonly verdict: 'length_not_offered'; readonly lengths: readonly number[] }
  /** An exception without hours. */
  | { readonly verdict: 'time_off' }
  | { readonly verdict: 'no_hours' }
  | { readonly verdict: 'outside_hours'; readonly hours: readonly WallWindow[] }
  | { readonly verdict: 'too_long'; readonly hoursEnd: Instant }
  | {
      readonly verdict: 'off_grid'
      readonly stepMinutes: number
      readonly near: readonly Instant[]
    }
  | { readonly verdict: 'busy'; readonly busy: BusyTime }

/** Why length, hours, grid and busy times do not allow a session, whenever one asks; null if they do. */
export function explainHours(schedule: Schedule, span: Span): HoursFinding | null {
  const { startsAt, endsAt } = span
  const minutes = (endsAt - startsAt) / minute
  const { sessionLengths: lengths, policy } = schedule
  if (!lengths.includes(minutes)) return { verdict: 'length_not_offered', lengths }
  const date = dateAt(schedule.timeZone, startsAt)
  const window = windowsOn(schedule, date).find(
    ({ begin, end }) => begin <= startsAt && startsAt < end,
  )
  if (!window) return explainClosed(schedule, date)
  if (endsAt > window.reach) return { verdict: 'too_long', hoursEnd: window.reach }
  const starts = startsIn(window, minutes, policy.stepMinutes)
  if (!starts.includes(startsAt)) {
    const near = [starts.findLast((at) => at < startsAt), starts.find((at) => at > startsAt)]
    return {
      verdict: 'off_grid',
      stepMinutes: policy.stepMinutes,
      near: near.filter((at) => at !== undefined),
    }
  }
  const busy = busyAt(schedule, span)
  return busy ? { verdict: 'busy', busy } : null
}

function explainClosed(schedule: Schedule, date: string): HoursFinding {
  const hours = wallWindowsOn(schedule, date)
  if (hours.length > 0) return { verdict: 'outside_hours', hours }
  return { verdict: schedule.exceptions[date] ? 'time_off' : 'no_hours' }
}

/** Every start of a session of `minutes` in a window, ascending. */
export function startsIn(window: Window, minutes: number, stepMinutes: number): Instant[] {
  const step = stepMinutes * minute
  const starts: Instant[] = []
  const first = window.grid + Math.ceil((window.begin - window.grid) / step) * step
  for (
    let at = first as Instant;
    at < window.end && at + minutes * minute <= window.reach;
    at = plus(at, step)
  ) {
    starts.push(at)
  }
  return starts
}

/** The busy time that a session with its gap would run into. */
export function busyAt(schedule: Schedule, span: Span): BusyTime | undefined {
  return firstWithin(schedule.busy, { from: span.startsAt, to: span.until })
}
