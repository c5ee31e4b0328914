import type { PeriodKind } from '@expertconnect/contract/numbers/shapes'
import type { Instant } from '../time/instant.ts'
import { addDays, dateAt, startOfDay, weekdayOf } from '../time/wall-time.ts'

export interface Period {
  /** Its first day. */
  readonly date: string
  readonly from: Instant
  readonly before: Instant
}

/** So many are told. */
const counts: Readonly<Record<PeriodKind, number>> = { week: 26, month: 12 }

/** The weeks, from Monday on, or the months up to `now` in a zone, the earliest first; the last one is still running. */
export function periodsUpTo(now: Instant, kind: PeriodKind, timeZone: string): Period[] {
  const begin = kind === 'week' ? mondayOf : firstOf
  const periods: Period[] = []
  let date = begin(dateAt(timeZone, now))
  // A week and a month have less than 32 days, and what is behind their end is in the next one.
  let before = startOfDay(timeZone, begin(addDays(date, kind === 'week' ? 7 : 31)))
  for (let count = counts[kind]; count > 0; count--) {
    const from = startOfDay(timeZone, date)
    periods.unshift({ date, from, before })
    before = from
    date = begin(addDays(date, -1))
  }
  return periods
}

function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date))
}

function firstOf(date: string): string {
  return `${date.slice(0, 8)}01`
}
