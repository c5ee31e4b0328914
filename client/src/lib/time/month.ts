import type { Expert } from '@expertconnect/contract/experts/shapes'
import { dateAt } from './time.ts'

/** Months are `2026-11`, dates `2026-11-25`: both compare as text. */
export const monthOf = (date: string): string => date.slice(0, 7)

export function addMonths(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString()
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** The same day of another month, or its last one. */
export function sameDayIn(month: string, date: string): string {
  const day = Number(date.slice(8))
  return Temporal.PlainYearMonth.from(month).toPlainDate({ day }).toString()
}

function datesOf(month: string): string[] {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month)
  return Array.from(
    { length: daysInMonth },
    (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`,
  )
}

/** Whether it is written like a date and is one. */
export function isDate(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])-\d\d$/.test(text) && datesOf(monthOf(text)).includes(text)
}

/** The first moment of a date in a zone, epoch milliseconds. */
export function startOfDay(date: string, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds
}

export interface Bounds {
  readonly today: string
  /** The last date in the visitor's zone that can hold a bookable start. */
  readonly last: string
}

/** What can be browsed: today in the visitor's zone, up to the expert's horizon, which is told in the expert's zone. */
export function boundsOf(
  expert: Pick<Expert, 'timeZone' | 'policy'>,
  zone: string,
  now: number,
): Bounds {
  const lastThere = addDays(dateAt(now, expert.timeZone), expert.policy.horizonDays)
  const end = startOfDay(addDays(lastThere, 1), expert.timeZone)
  return { today: dateAt(now, zone), last: dateAt(end - 1, zone) }
}

/** The part of these dates that is worth asking for, or nothing. */
export function askable(
  dates: { from: string; to: string },
  { today, last }: Bounds,
): { from: string; to: string } | null {
  const from = dates.from > today ? dates.from : today
  const to = dates.to < last ? dates.to : last
  return from <= to ? { from, to } : null
}
