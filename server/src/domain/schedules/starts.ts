import type { StartRefusal } from '@expertconnect/contract/bookings/start-refusals'
import type { Span } from '../bookings/booking.ts'
import { busyAt, explainHours, startsIn } from './hours.ts'
import { type Instant, minute, plus } from '../time/instant.ts'
import type { Schedule } from './schedule.ts'
import { addDays, dateAt, startOfDay } from '../time/wall-time.ts'
import { windowsOn } from './windows.ts'

/** What the rules of an expert say against a start. Whether somebody has it already is another question. */
type RuleRefusal = Exclude<StartRefusal, 'slot_taken'>

export function spanOf(schedule: Schedule, startsAt: Instant, minutes: number): Span {
  const endsAt = plus(startsAt, minutes * minute)
  return { startsAt, endsAt, until: plus(endsAt, schedule.policy.gapMinutes * minute) }
}

/** From when (included) and before when sessions can start: the notice, and the last day within the horizon. */
export function bookableRange(
  schedule: Schedule,
  now: Instant,
): { from: Instant; before: Instant } {
  const { noticeMinutes, horizonDays } = schedule.policy
  const today = dateAt(schedule.timeZone, now)
  return {
    from: plus(now, noticeMinutes * minute),
    before: startOfDay(schedule.timeZone, addDays(today, horizonDays + 1)),
  }
}

/**
 * Every start of a session of `minutes` inside the hours and bookable at `now`, ascending, within `[from, before)`.
 * Whether it is free is another question. `refuseStart` answers null for exactly these: the two share `startsIn`.
 */
export function* bookableStarts(
  schedule: Schedule,
  minutes: number,
  range: { readonly from: Instant; readonly before: Instant },
  now: Instant,
): Generator<Span> {
  if (!schedule.paused) yield* offeredStarts(schedule, minutes, range, now)
}

/** The same as if the expert had not paused. */
export function* offeredStarts(
  schedule: Schedule,
  minutes: number,
  range: { readonly from: Instant; readonly before: Instant },
  now: Instant,
): Generator<Span> {
  const bookable = bookableRange(schedule, now)
  const from = Math.max(range.from, bookable.from) as Instant
  const before = Math.min(range.before, bookable.before) as Instant
  if (from >= before) return
  const lastDate = dateAt(schedule.timeZone, before)
  for (let date = dateAt(schedule.timeZone, from); date <= lastDate; date = addDays(date, 1)) {
    for (const window of windowsOn(schedule, date)) {
      for (const startsAt of startsIn(window, minutes, schedule.policy.stepMinutes)) {
        if (startsAt < from) continue
        if (startsAt >= before) return
        const span = spanOf(schedule, startsAt, minutes)
        if (!busyAt(schedule, span)) yield span
      }
    }
  }
}

/** All that is inside the hours and can be booked at `now`, taken or not, in milliseconds. */
export function bookableTime(schedule: Schedule, now: Instant): number {
  const { from, before } = bookableRange(schedule, now)
  let total = 0
  const lastDate = dateAt(schedule.timeZone, before)
  for (let date = dateAt(schedule.timeZone, from); date <= lastDate; date = addDays(date, 1)) {
    for (const { begin, end } of windowsOn(schedule, date)) {
      total += Math.max(0, Math.min(end, before) - Math.max(begin, from))
    }
  }
  return total
}

/** Why no session of `minutes` can start then, whoever else has booked; null if one can. */
export function refuseStart(
  schedule: Schedule,
  startsAt: Instant,
  minutes: number,
  now: Instant,
): RuleRefusal | null {
  if (!schedule.sessionLengths.includes(minutes)) return 'length_not_offered'
  if (startsAt < now) return 'in_the_past'
  if (startsAt < bookableRange(schedule, now).from) return 'inside_notice'
  const refusal = refuseProposal(schedule, startsAt, minutes, now)
  if (refusal) return refusal
  return schedule.paused ? 'paused' : null
}

/** The same for what the expert asks for: neither their notice nor their pause binds them. */
export function refuseProposal(
  schedule: Schedule,
  startsAt: Instant,
  minutes: number,
  now: Instant,
): RuleRefusal | null {
  if (!schedule.sessionLengths.includes(minutes)) return 'length_not_offered'
  if (startsAt < now) return 'in_the_past'
  if (startsAt >= bookableRange(schedule, now).before) return 'beyond_horizon'
  const finding = explainHours(schedule, spanOf(schedule, startsAt, minutes))
  if (!finding) return null
  if (finding.verdict === 'busy') return 'busy_elsewhere'
  return finding.verdict === 'off_grid' ? 'off_grid' : 'outside_hours'
}
