export type DayPart = 'Night' | 'Morning' | 'Afternoon' | 'Evening'

/** The part of the day that a moment falls into on the clocks of a zone, as people say it. */
export function dayPart(instant: string, zone: string): DayPart {
  const hour = hourOf(instant, zone)
  if (hour < 5 || hour >= 22) return 'Night'
  if (hour < 12) return 'Morning'
  return hour < 17 ? 'Afternoon' : 'Evening'
}

/** Whether most people are up: what is offered unasked is better not in the middle of somebody's night. */
export function isWaking(instant: string, zone: string): boolean {
  const hour = hourOf(instant, zone)
  return hour >= 7 && hour < 22
}

const week = 7 * 24 * 3_600_000

/** The first of these moments, ascending; a later one if the first is at night and another one within a week of it is not. */
export function firstWaking(instants: readonly string[], zone: string): string | null {
  const [first] = instants
  if (first === undefined) return null
  const end = Date.parse(first) + week
  return instants.find((at) => isWaking(at, zone) && Date.parse(at) < end) ?? first
}

function hourOf(instant: string, zone: string): number {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).hour
}
