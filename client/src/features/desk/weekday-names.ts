import { weekStart } from '../../time.ts'
import { weekdays } from '../../weekdays.ts'
import { isoDays } from './week.ts'

/** The weekdays with their ISO numbers, from the one that the week begins on. */
export function namedDays() {
  return weekdays().map((names, at) => ({
    ...names,
    day: isoDays[(weekStart() - 1 + at) % 7] ?? 1,
  }))
}
