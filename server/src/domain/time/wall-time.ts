import { Temporal } from 'temporal-polyfill'
import { day, type Instant, minute, twoDigits } from './instant.ts'

// Asking the time-zone database costs 15 µs, a map 50 ns; a board asks about hundreds of edges on the same days.
const dayStarts = new Map<string, Instant>()

/** The first instant of a date in a zone (later than midnight where the clock skips it). */
export function startOfDay(timeZone: string, date: string): Instant {
  const key = `${date}${timeZone}`
  let start = dayStarts.get(key)
  if (start === undefined) {
    start = Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds as Instant
    if (dayStarts.size > 20_000) dayStarts.clear()
    dayStarts.set(key, start)
  }
  return start
}

/**
 * The instant of a wall time, in minutes after midnight (1440 is the next midnight). A time that the clock skips
 * means the instant as far behind the gap; one that it shows twice means the first of the two.
 */
export function instantAt(timeZone: string, date: string, minutes: number): Instant {
  const start = startOfDay(timeZone, date)
  const next = startOfDay(timeZone, addDays(date, 1))
  if (minutes >= 1440) return next
  // A day of 24 hours has no clock change, and wall time runs evenly.
  if (next - start === day) return (start + minutes * minute) as Instant
  return Temporal.PlainDate.from(date)
    .toPlainDateTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds as Instant
}

export function dateAt(timeZone: string, at: Instant): string {
  const days = Math.floor(at / day)
  // No zone is further than a day from UTC. On a day without a clock change the remembered edges decide; Temporal is
  // asked for the others.
  for (const shift of [0, -1, 1]) {
    const date = utcDate(days + shift)
    const start = startOfDay(timeZone, date)
    const next = startOfDay(timeZone, addDays(date, 1))
    if (next - start === day && start <= at && at < next) return date
  }
  return zoned(timeZone, at).toPlainDate().toString()
}

const utcDates = new Map<number, string>()

/** The date of a day counted from 1970-01-01. */
export function utcDate(dayNumber: number): string {
  let date = utcDates.get(dayNumber)
  if (date === undefined) {
    date = Temporal.Instant.fromEpochMilliseconds(dayNumber * day)
      .toZonedDateTimeISO('UTC')
      .toPlainDate()
      .toString()
    if (utcDates.size > 10_000) utcDates.clear()
    utcDates.set(dayNumber, date)
  }
  return date
}

/** `09:30` as minutes after midnight; `24:00` is 1440. */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** `14:30` on the clock of the zone. */
export function clockAt(timeZone: string, at: Instant): string {
  return zoned(timeZone, at).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** `Tuesday 12 January` on the calendar of the zone. */
export function dayNameAt(timeZone: string, at: Instant): string {
  return zoned(timeZone, at).toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
}

/** `Tuesday` on the calendar of the zone. */
export function weekdayNameAt(timeZone: string, at: Instant): string {
  return zoned(timeZone, at).toLocaleString('en-GB', { weekday: 'long' })
}

/** `Tue 12 Jan` on the calendar of the zone. */
export function shortDayAt(timeZone: string, at: Instant): string {
  return zoned(timeZone, at)
    .toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
    .replace(',', '')
}

/** `GMT+5:45`, `GMT−3`, `GMT`: how far the zone's clock is from UTC at that instant. */
export function offsetAt(timeZone: string, at: Instant): string {
  const minutes = Math.round(zoned(timeZone, at).offsetNanoseconds / 60e9)
  if (minutes === 0) return 'GMT'
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `GMT${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${twoDigits(rest)}`}`
}

function zoned(timeZone: string, at: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
}

const nextDates = new Map<string, string>()

export function addDays(date: string, days: number): string {
  const key = days === 1 ? date : `${date}${days}`
  let result = nextDates.get(key)
  if (result === undefined) {
    result = Temporal.PlainDate.from(date).add({ days }).toString()
    if (nextDates.size > 10_000) nextDates.clear()
    nextDates.set(key, result)
  }
  return result
}

/** Every date from `from` to `to`, both included. */
export function datesBetween(from: string, to: string): string[] {
  if (from > to) return []
  const dates = [from]
  // Not by comparing texts: `+010000-01-01`, behind the last date of four digits, sorts before all others.
  for (let date = from; date !== to; dates.push(date)) date = addDays(date, 1)
  return dates
}

/** ISO: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return Temporal.PlainDate.from(date).dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7
}
