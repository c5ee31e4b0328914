import { isDate } from './month.ts'
import { locale } from './time.ts'

/**
 * The date (`2026-11-29`) that somebody typed: `29 Nov 2026`, `Nov 29`, `29/11/26` in the order of their region,
 * `2026-11-29`, `today` or `tomorrow`. Without a year it is the one that is next from `today` on. Nothing if it is no date.
 */
export function typedDate(text: string, today: string): string | null {
  const plain = text.trim().toLowerCase()
  const named = { today: 0, tomorrow: 1 }[plain]
  if (named !== undefined) return Temporal.PlainDate.from(today).add({ days: named }).toString()
  const iso = /^(\d{4})\D(\d{1,2})\D(\d{1,2})$/.exec(plain)
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const month = monthNamed(plain)
  const numbers = (plain.match(/\d+/g) ?? []).map(Number)
  if (month !== null) {
    const [day, year] = numbers
    return day === undefined || numbers.length > 2 ? null : inYear(year, month, day, today)
  }
  const parts = /^(\d{1,2})[./\s-]+(\d{1,2})(?:[./\s-]+(\d{2}|\d{4}))?\.?$/.exec(plain)
  if (!parts) return null
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  const year = parts[3] === undefined ? undefined : Number(parts[3])
  return isMonthFirst() ? inYear(year, first, second, today) : inYear(year, second, first, today)
}

/** By its first three letters at least. */
function monthNamed(text: string): number | null {
  const word = /\p{L}{3,}(?!.*\p{L}{3,})/u.exec(text)?.[0]
  if (word === undefined) return null
  const at = months.findIndex((month) => month.startsWith(word))
  return at < 0 ? null : at + 1
}

const months = Array.from({ length: 12 }, (_, at) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
    .format(Date.UTC(2024, at, 1))
    .toLowerCase(),
)

function inYear(
  year: number | undefined,
  month: number,
  day: number,
  today: string,
): string | null {
  if (year !== undefined) return dated(year < 100 ? 2000 + year : year, month, day)
  const thisYear = Number(today.slice(0, 4))
  // The 29th of February is next in a leap year.
  const next = Array.from({ length: 9 }, (_, later) => dated(thisYear + later, month, day))
  return next.find((date) => date !== null && date >= today) ?? null
}

function dated(year: number, month: number, day: number): string | null {
  const two = (number: number) => String(number).padStart(2, '0')
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return isDate(date) ? date : null
}

function isMonthFirst(): boolean {
  const parts = new Intl.DateTimeFormat(locale(), { month: 'numeric', day: 'numeric' })
    .formatToParts(0)
    .map(({ type }) => type)
  return parts.indexOf('month') < parts.indexOf('day')
}
