import { locale, weekStart } from './time.ts'

/** The names of the weekdays in the visitor's language, from the day that their week begins on. */
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
