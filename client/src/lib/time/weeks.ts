import { weeksShown } from '@expertconnect/contract/first-data'
import { addDays } from './month.ts'
import { weekStart } from './time.ts'

/** The first day of the week that a date lies in, as the browser's region counts. */
export function weekOf(date: string): string {
  const { dayOfWeek } = Temporal.PlainDate.from(date)
  return addDays(date, -((dayOfWeek - weekStart() + 7) % 7))
}

/**
 * The first day of the weeks that are shown together with a date. They are counted from the week of today: nothing but
 * the days of this week that have passed lies before it.
 */
export function weeksWith(date: string, today: string): string {
  const first = weekOf(today)
  const { days } = Temporal.PlainDate.from(first).until(date, { largestUnit: 'days' })
  return laterWeeks(first, Math.floor(days / 7 / weeksShown))
}

/** Where the weeks begin that are shown after those of `from`, or before them. */
export function laterWeeks(from: string, times: number): string {
  return addDays(from, 7 * weeksShown * times)
}

/** The weeks from `from` on, each of seven dates; none that begins after `last`. */
export function weeksFrom(from: string, last?: string): string[][] {
  return Array.from({ length: weeksShown }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(from, 7 * week + day)),
  ).filter(([monday = '']) => last === undefined || monday <= last)
}
