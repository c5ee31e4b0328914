import type { OccupiedTime, Span } from '../bookings/booking.ts'
import type { Finding } from './explain-start.ts'
import { type Instant, minute, plus } from '../time/instant.ts'
import type { Schedule } from './schedule.ts'
import { wallClock } from './change.ts'
import { clockAt, dayNameAt, weekdayNameAt } from '../time/wall-time.ts'

/** The finding in words for the expert, with its figures and on the clock of their zone. */
export function describeFinding(
  finding: Finding,
  schedule: Pick<Schedule, 'timeZone' | 'policy'>,
  span: Span,
): string {
  const { timeZone, policy } = schedule
  const clock = (at: Instant) => clockAt(timeZone, at)
  const range = (from: Instant, to: Instant) => `${clock(from)}–${clock(to)}`
  const day = dayNameAt(timeZone, span.startsAt)
  const minutes = (span.endsAt - span.startsAt) / minute
  switch (finding.verdict) {
    case 'bookable':
      return 'This time can be booked.'
    case 'past':
      return 'This time has passed.'
    case 'paused':
      return 'You are not taking bookings at the moment.'
    case 'not_listed':
      return 'Your profile is not open for booking at the moment.'
    case 'length_not_offered':
      return `You offer sessions of ${listOf(finding.lengths)} minutes; this is one of ${minutes}.`
    case 'time_off':
      return `You have time off on ${day}.`
    case 'no_hours':
      return `You have no hours on ${weekdayNameAt(timeZone, span.startsAt)}s.`
    case 'outside_hours': {
      const hours = finding.hours.map(({ from, to }) => `${wallClock(from)}–${wallClock(to)}`)
      return `Your hours on ${day} are ${listOf(hours)}.`
    }
    case 'too_long':
      return `It would end at ${clock(span.endsAt)}; your hours end at ${clock(finding.hoursEnd)}.`
    case 'off_grid': {
      const near =
        finding.near.length > 0 ? `; near this time at ${listOf(finding.near.map(clock))}` : ''
      return `Your sessions start every ${finding.stepMinutes} minutes${near}.`
    }
    case 'busy':
      return `Your calendar is busy ${range(finding.busy.from, finding.busy.to)}.`
    case 'beyond_horizon': {
      const last = dayNameAt(timeZone, plus(finding.before, -minute))
      return `You can be booked ${durationOf(policy.horizonDays * 1440)} ahead, up to ${last}.`
    }
    case 'inside_notice': {
      const ahead = Math.floor((span.startsAt - finding.now) / minute)
      return `You asked for ${durationOf(policy.noticeMinutes)} of notice; this is in ${durationOf(ahead)}.`
    }
    case 'booked':
      return `There is a session ${range(finding.record.startsAt, finding.record.endsAt)}.`
    case 'gap':
      return describeGap(finding.record, span, clock)
    case 'held':
      return `Somebody is booking ${range(finding.record.startsAt, finding.record.endsAt)} right now.`
  }
}

function describeGap(record: OccupiedTime, span: Span, clock: (at: Instant) => string): string {
  if (record.startsAt < span.startsAt) {
    return `The session that ends at ${clock(record.endsAt)} keeps the time free until ${clock(record.until)}.`
  }
  const gap = durationOf((span.until - span.endsAt) / minute)
  return `It would end at ${clock(span.endsAt)} and leave less than ${gap} before the session at ${clock(record.startsAt)}.`
}

/** `2 days`, `1 hour 30 minutes`. */
function durationOf(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const
  const texts = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
  return texts.length > 0 ? texts.join(' ') : 'less than a minute'
}

/** `a`, `a and b`, `a, b and c`. */
function listOf(items: readonly (string | number)[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? String(last) : `${items.slice(0, -1).join(', ')} and ${last}`
}
