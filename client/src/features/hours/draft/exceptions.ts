import type { Exception, Hours } from '@expertconnect/contract/schedules/shapes'
import { addDays } from '../../../lib/time/month.ts'

/** Successive dates with the same hours. */
export interface Stay {
  readonly from: string
  readonly to: string
  readonly hours: readonly Hours[]
}

/** The dates of a range, both ends included; a year at most. */
export function datesBetween(from: string, to: string): string[] {
  const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
  if (days < 0) return []
  return Array.from({ length: Math.min(days, 365) + 1 }, (_, at) => addDays(from, at))
}

/** The dates of a range with hours of their own (none is time off), or with `null` back to the weekly ones. */
export function withDates(
  exceptions: readonly Exception[],
  dates: readonly string[],
  hours: readonly Hours[] | null,
): Exception[] {
  const kept = exceptions.filter(({ date }) => !dates.includes(date))
  const added = hours === null ? [] : dates.map((date) => ({ date, hours: [...hours] }))
  return [...kept, ...added].toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/** The dates to come in lines: a fortnight off is one. */
export function staysFrom(exceptions: readonly Exception[], today: string): Stay[] {
  const stays: Stay[] = []
  for (const { date, hours } of exceptions) {
    if (date < today) continue
    const last = stays.at(-1)
    const goesOn =
      last && addDays(last.to, 1) === date && JSON.stringify(last.hours) === JSON.stringify(hours)
    if (goesOn) stays[stays.length - 1] = { ...last, to: date }
    else stays.push({ from: date, to: date, hours })
  }
  return stays
}
