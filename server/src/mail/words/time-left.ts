import { hour, type Instant, minute } from '../../domain/time/instant.ts'
import { addDays, clockAt, dateAt, dayNameAt } from '../../domain/time/wall-time.ts'

/**
 * When it starts, in words that are true at `now` for somebody in `zone`: `in 10 minutes`, `in one hour`,
 * `today at 18:00`, `tomorrow at 14:30`, `on Thursday 14 January at 14:30`; null from the start on.
 */
export function timeLeft(startsAt: Instant, now: Instant, zone: string): string | null {
  if (now >= startsAt) return null
  const minutes = Math.round((startsAt - now) / minute)
  if (minutes * minute < 2 * hour) return `in ${lengthText(Math.max(1, minutes))}`
  const time = clockAt(zone, startsAt)
  const [today, date] = [dateAt(zone, now), dateAt(zone, startsAt)]
  if (date === today) return `today at ${time}`
  if (date === addDays(today, 1)) return `tomorrow at ${time}`
  return `on ${dayNameAt(zone, startsAt)} at ${time}`
}

/** `10 minutes`, `one hour and 5 minutes`: below two hours, one minute or more. */
function lengthText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const minutesText = rest === 1 ? 'one minute' : `${rest} minutes`
  if (hours === 0) return minutesText
  return rest === 0 ? 'one hour' : `one hour and ${minutesText}`
}
