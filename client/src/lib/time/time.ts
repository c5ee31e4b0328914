import { cityOf } from '@expertconnect/contract/zone-city'
import { isShownTwice, offsetLabel, offsetMinutes } from './zone.ts'
import { detectedZone, manner } from './of-browser.ts'
import { timeSettings } from './settings.ts'

/** The zone that times are shown in: the chosen one, else the browser's. */
export function visitorZone(): string {
  return timeSettings().zone ?? detectedZone()
}

/** For whatever is written by `Intl`: in the page's language, in the order of the browser's region. */
export function locale(): string {
  return manner().tag
}

const shapes = {
  time: { hour: 'numeric', minute: '2-digit' },
  weekday: { weekday: 'short' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  longDay: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  monthName: { month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>()

// Making one costs as much as a hundred uses of it.
function made(shape: keyof typeof shapes, zone: string): Intl.DateTimeFormat {
  const clock = shape === 'time' ? usesClock() : undefined
  const key = `${shape} ${zone} ${clock} ${locale()}`
  let known = formats.get(key)
  if (!known) {
    known = new Intl.DateTimeFormat(locale(), {
      ...shapes[shape],
      timeZone: zone,
      ...(clock === '24' && { hour: '2-digit', hourCycle: 'h23' }),
      ...(clock === '12' && { hourCycle: 'h12' }),
    })
    formats.set(key, known)
  }
  return known
}

// Some locales put a narrow no-break space before AM, which several fonts lack.
function format(shape: keyof typeof shapes, zone: string, at: number): string {
  return made(shape, zone).format(at).replaceAll('\u202f', ' ')
}

/** The clock that times are told by: the chosen one, else the one of the browser's region. */
export function usesClock(): '12' | '24' {
  return timeSettings().clock ?? manner().clock
}

/** `10:00` or `10:00 AM`; `02:30 GMT+2` in the hour that the clocks show twice. */
export function formatTime(instant: string, zone: string): string {
  const at = Date.parse(instant)
  const time = format('time', zone, at)
  return isShownTwice(zone, at) ? `${time} ${offsetLabel(zone, at)}` : time
}

/** `Wed 25 Nov`, in the order of the locale. */
export function formatDay(instant: string, zone: string): string {
  return format('day', zone, Date.parse(instant)).replace(/^(\p{L}+\.?),? /u, '$1 ')
}

/** `Wed 25 Nov, 10:00`. */
export function formatDayTime(instant: string, zone: string): string {
  return `${formatDay(instant, zone)}, ${formatTime(instant, zone)}`
}

/** `Wednesday, 25 November 2026`. */
export function formatLongDay(instant: string, zone: string): string {
  return format('longDay', zone, Date.parse(instant))
}

/** `12 Nov 2026`, for what lies in the past. */
export function formatDate(instant: string, zone: string): string {
  return format('date', zone, Date.parse(instant))
}

/** `10:00 – 11:00`. */
export function formatSpan(startsAt: string, endsAt: string, zone: string): string {
  return `${formatTime(startsAt, zone)} – ${formatTime(endsAt, zone)}`
}

/** `Today 16:30`, `Tomorrow 09:00`, `Wed 11:15`, later `Wed 2 Dec 11:15`. */
export function formatNextFree(instant: string, zone: string, now: number): string {
  return `${formatNextDay(instant, zone, now)} ${formatTime(instant, zone)}`
}

/** `Today`, `Tomorrow`, `Wed`, later `Wed 2 Dec`. */
export function formatNextDay(instant: string, zone: string, now: number): string {
  const days = daysBetween(now, Date.parse(instant), zone)
  if (days === 0) return 'Today'
  if (days === 1) return 'Tomorrow'
  return days > 1 && days < 7
    ? format('weekday', zone, Date.parse(instant))
    : formatDay(instant, zone)
}

/** How many midnights of `zone` lie between two moments. */
export function daysBetween(from: number, to: number, zone: string): number {
  const date = (at: number) => Temporal.PlainDate.from(dateAt(at, zone))
  return date(from).until(date(to), { largestUnit: 'days' }).days
}

/** The calendar date (`2026-11-25`) that a moment falls on in a zone. */
export function dateAt(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
}

// A calendar date has no zone: it is read and written at noon UTC.
const noon = (date: string) => Date.parse(`${date}T12:00:00Z`)

/** `Wed 25 Nov` for a calendar date. */
export function formatPlainDay(date: string): string {
  return formatDay(`${date}T12:00:00Z`, 'UTC')
}

/** `Wednesday, 25 November 2026` for a calendar date. */
export function formatPlainLongDay(date: string): string {
  return format('longDay', 'UTC', noon(date))
}

/** `25 Nov 2026` for a calendar date, in the order of the locale. */
export function formatPlainDate(date: string): string {
  return format('date', 'UTC', noon(date))
}

/** `07:30` or `7:30 AM` for a time on a clock, `07:30`. */
export function formatPlainTime(time: string): string {
  return formatTime(`1970-01-01T${time}Z`, 'UTC')
}

/** `November – December 2026`: the months that the dates from one to another lie in. */
export function formatMonths(from: string, to: string): string {
  return made('month', 'UTC')
    .formatRange(noon(from), noon(to))
    .replaceAll(/[\u2009\u202f]/g, ' ')
}

/** `Nov`: the month of a calendar date, for the narrowest place. */
export function formatMonthName(date: string): string {
  return format('monthName', 'UTC', noon(date))
}

interface WeekInfo {
  firstDay: number
}

// For browsers that cannot say: where the week does not begin on Monday.
const sundayFirst =
  /-(US|CA|MX|BR|AR|CO|PE|VE|IL|IN|JP|KR|TW|HK|ZA|PH|TH|ID|PK|BD|NP|SG|KE|SA|ZW)\b/
const saturdayFirst = /-(AE|AF|BH|DJ|DZ|EG|IQ|IR|JO|KW|LY|OM|QA|SD|SY)\b/

/** The ISO number (1 is Monday) of the day that the week begins on. */
export function weekStart(): number {
  const tag = new Intl.Locale(manner().own)
  const { weekInfo, getWeekInfo } = tag as Intl.Locale & {
    weekInfo?: WeekInfo
    getWeekInfo?: () => WeekInfo
  }
  const known = getWeekInfo?.call(tag) ?? weekInfo
  if (known) return known.firstDay
  const full = tag.maximize().toString()
  return saturdayFirst.test(full) ? 6 : sundayFirst.test(full) ? 7 : 1
}

/** The names of the weekdays in the page's language, from the day that their week begins on. */
export function weekdays(): { short: string; long: string }[] {
  const name = (weekday: 'short' | 'long') =>
    new Intl.DateTimeFormat(locale(), { weekday, timeZone: 'UTC' })
  const [short, long] = [name('short'), name('long')]
  return Array.from({ length: 7 }, (_, at) => {
    // The first of January 2024 was a Monday.
    const day = Date.UTC(2024, 0, weekStart() + at)
    return { short: short.format(day), long: long.format(day) }
  })
}

/** `18:00 in Osaka`, `02:00 in Osaka, next day`: a moment on another clock; nothing if it shows the same. */
export function formatThere(instant: string, here: string, there: string): string | null {
  const at = Date.parse(instant)
  if (offsetMinutes(here, at) === offsetMinutes(there, at)) return null
  const change = dayChange(at, here, there)
  return `${formatTime(instant, there)} in ${cityOf(there)}${change}`
}

function dayChange(at: number, here: string, there: string): string {
  const [mine, theirs] = [dateAt(at, here), dateAt(at, there)]
  if (mine === theirs) return ''
  return theirs > mine ? ', next day' : ', the day before'
}
