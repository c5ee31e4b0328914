import type { OccupiedTime, Span } from '../bookings/booking.ts'
import { explainHours, type HoursFinding } from './hours.ts'
import type { Instant } from '../time/instant.ts'
import type { Schedule } from './schedule.ts'
import { bookableRange } from './starts.ts'

/** What stands against a start, with the figures that it came from; or that nothing does. */
export type Finding =
  | HoursFinding
  | { readonly verdict: 'bookable' | 'past' | 'paused' | 'not_listed' }
  | { readonly verdict: 'beyond_horizon'; readonly before: Instant }
  | { readonly verdict: 'inside_notice'; readonly now: Instant }
  | { readonly verdict: 'booked' | 'gap' | 'held'; readonly record: OccupiedTime }

/** What a start is asked about. `occupied` holds at least the live records that overlap the span. */
interface AskedStart {
  readonly schedule: Schedule
  readonly span: Span
  readonly now: Instant
  readonly listed: boolean
  readonly occupied: readonly OccupiedTime[]
}

/**
 * The first rule that keeps a start from being booked: what lasts is named before what changes from day to day, and a
 * session before either. `bookable` exactly for what the board lists as free, if the expert is listed.
 */
export function explainStart(asked: AskedStart): Finding {
  const { schedule, span, now, listed } = asked
  const { startsAt, endsAt, until } = span
  if (startsAt < now) return { verdict: 'past' }
  const inTheWay = asked.occupied.filter(
    (record) => record.startsAt < until && record.until > startsAt && isLive(record, now),
  )
  const booked = inTheWay.filter(({ state }) => state === 'booked')
  const booking = booked.find((record) => record.startsAt < endsAt && record.endsAt > startsAt)
  if (booking) return { verdict: 'booked', record: booking }
  const hours = explainHours(schedule, span)
  if (hours) return hours
  const { from, before } = bookableRange(schedule, now)
  if (startsAt >= before) return { verdict: 'beyond_horizon', before }
  if (startsAt < from) return { verdict: 'inside_notice', now }
  if (schedule.paused) return { verdict: 'paused' }
  if (!listed) return { verdict: 'not_listed' }
  const [beside] = booked
  if (beside) return { verdict: 'gap', record: beside }
  const [held] = inTheWay
  return held ? { verdict: 'held', record: held } : { verdict: 'bookable' }
}

function isLive(record: OccupiedTime, now: Instant): boolean {
  return record.state === 'booked' || record.expiresAt > now
}
