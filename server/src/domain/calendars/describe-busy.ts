import type { Span } from '../bookings/booking.ts'
import type { Schedule } from '../schedules/schedule.ts'
import { minute, plus } from '../time/instant.ts'
import { clockAt, dateAt, dayNameAt } from '../time/wall-time.ts'
import { busyWithin } from '../schedules/busy-times.ts'
import { isBlocking } from './busy.ts'
import type { CalendarSource } from './source.ts'

/** Which calendar keeps a session from being booked, and when it is busy, on the clock of the expert's zone. */
export function describeBusy(
  sources: readonly CalendarSource[],
  { timeZone }: Pick<Schedule, 'timeZone'>,
  { startsAt, until }: Span,
): string {
  for (const { name, state, marginMinutes } of sources.filter(isBlocking)) {
    const margin = marginMinutes * minute
    const asked = { from: plus(startsAt, -margin), to: plus(until, margin) }
    const [busy] = busyWithin(state.busy, asked)
    if (!busy) continue
    const isOneDay = dateAt(timeZone, busy.from) === dateAt(timeZone, plus(busy.to, -1))
    const end = isOneDay
      ? clockAt(timeZone, busy.to)
      : `${dayNameAt(timeZone, busy.to)}, ${clockAt(timeZone, busy.to)}`
    const begin = isOneDay
      ? clockAt(timeZone, busy.from)
      : `${dayNameAt(timeZone, busy.from)}, ${clockAt(timeZone, busy.from)}`
    const around = margin === 0 ? '' : ` You keep ${marginMinutes} minutes free around it.`
    return `Your calendar “${name}” is busy ${begin}–${end}.${around}`
  }
  // It was removed or changed in this very moment.
  return 'One of your calendars is busy then.'
}
