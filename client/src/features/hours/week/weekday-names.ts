import { weekdays, weekStart } from '../../../lib/time/time.ts'
import { isoDays } from '../draft/week.ts'

/** The weekdays with their ISO numbers, from the one that the week begins on. */
export function namedDays() {
  return weekdays().map((names, at) => ({
    ...names,
    day: isoDays[(weekStart() - 1 + at) % 7] ?? 1,
  }))
}
