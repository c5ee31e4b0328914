import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { DeskSchedule } from '@expertconnect/contract/schedules/shapes'
import { addDays } from '../../../lib/time/month.ts'
import { dateAt } from '../../../lib/time/time.ts'
import { weekOf } from '../../../lib/time/weeks.ts'
import { minutesOf } from './clock.ts'
import { hoursOn, wallMinutes } from './week.ts'

/** The week that a calendar opens on: this one while some of its hours are to come, else the one of the next session, else the next. */
export function openingWeek(
  now: number,
  schedule: Pick<DeskSchedule, 'weekly' | 'exceptions' | 'timeZone'>,
  next: Pick<Booking, 'startsAt'> | undefined,
): string {
  const zone = schedule.timeZone
  const today = dateAt(now, zone)
  const first = weekOf(today)
  const minutes = wallMinutes(new Date(now).toISOString(), zone)
  for (let date = today; date < addDays(first, 7); date = addDays(date, 1)) {
    const from = date === today ? minutes : 0
    if (hoursOn(date, schedule).some(({ to }) => (minutesOf(to) ?? 0) > from)) return first
  }
  return next ? weekOf(dateAt(Date.parse(next.startsAt), zone)) : addDays(first, 7)
}
