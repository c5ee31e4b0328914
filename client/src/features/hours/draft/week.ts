import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { BusyTimes } from '@expertconnect/contract/calendars/source-shapes'
import type { DeskSchedule, Hours } from '@expertconnect/contract/schedules/shapes'
import { addDays, startOfDay } from '../../../lib/time/month.ts'
import { dateAt } from '../../../lib/time/time.ts'
import { minutesOf } from './clock.ts'

function datesOfWeek(first: string): string[] {
  return Array.from({ length: 7 }, (_, at) => addDays(first, at))
}

/** The instants between which the dates of a week lie. */
export function spanOfWeek(first: string, zone: string): { from: string; to: string } {
  const instant = (date: string) =>
    Temporal.Instant.fromEpochMilliseconds(startOfDay(date, zone)).toString()
  return { from: instant(first), to: instant(addDays(first, 7)) }
}

/** The hours of a date: its own ones, else those of its weekday. */
export function hoursOn(
  date: string,
  { weekly, exceptions }: Pick<DeskSchedule, 'weekly' | 'exceptions'>,
): readonly Hours[] {
  const own = exceptions.find((exception) => exception.date === date)
  return own ? own.hours : weekly[weekdayOf(date)]
}

function weekdayOf(date: string): keyof DeskSchedule['weekly'] {
  const { dayOfWeek } = Temporal.PlainDate.from(date)
  return isoDays.find((day) => day === dayOfWeek) ?? 1
}

export const isoDays = [1, 2, 3, 4, 5, 6, 7] as const

/** A stretch of one day on the wall clock, in minutes after midnight. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Where an instant stands on the wall clock of a zone. */
export function wallMinutes(instant: string, zone: string): number {
  const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  return hour * 60 + minute
}

/** A session on the day that it begins on; what reaches over midnight is cut there. */
export function stretchOf({ startsAt, minutes }: Booking, zone: string): Stretch {
  const from = wallMinutes(startsAt, zone)
  return { from, to: Math.min(1440, from + minutes) }
}

/** A stretch of a day in which another calendar is busy. */
export interface BusyStretch extends Stretch {
  readonly calendar: string
  readonly blocks: boolean
}

type BusyTime = BusyTimes['items'][number]

/** The part of each busy time that lies on a date. */
function busyOn(date: string, times: readonly BusyTime[], zone: string): BusyStretch[] {
  const begin = startOfDay(date, zone)
  const end = startOfDay(addDays(date, 1), zone)
  return times
    .filter(({ from, to }) => Date.parse(to) > begin && Date.parse(from) < end)
    .map(({ from, to, calendar, blocks }) => ({
      from: Date.parse(from) <= begin ? 0 : wallMinutes(from, zone),
      to: Date.parse(to) >= end ? 1440 : wallMinutes(to, zone),
      calendar,
      blocks,
    }))
}

export interface DayOfWeek {
  readonly date: string
  readonly hours: readonly Stretch[]
  readonly bookings: readonly Booking[]
  readonly busy: readonly BusyStretch[]
}

export function daysOfWeek(
  first: string,
  schedule: Pick<DeskSchedule, 'weekly' | 'exceptions' | 'timeZone'>,
  bookings: readonly Booking[],
  busy: readonly BusyTime[] = [],
): DayOfWeek[] {
  const zone = schedule.timeZone
  return datesOfWeek(first).map((date) => ({
    date,
    hours: hoursOn(date, schedule).map(({ from, to }) => ({
      from: minutesOf(from) ?? 0,
      to: minutesOf(to) ?? 0,
    })),
    bookings: bookings.filter(({ startsAt }) => dateAt(Date.parse(startsAt), zone) === date),
    busy: busyOn(date, busy, zone),
  }))
}

/** The whole hours that a week's grid shows: what is worked and booked, with an hour around; at least 9 to 17. */
export function shownHours(days: readonly DayOfWeek[], zone: string): Stretch {
  const all = days.flatMap(({ hours, bookings }) => [
    ...hours,
    ...bookings.map((booking) => stretchOf(booking, zone)),
  ])
  const first = Math.min(9 * 60, ...all.map(({ from }) => from))
  const last = Math.max(17 * 60, ...all.map(({ to }) => to))
  return {
    from: Math.max(0, Math.floor(first / 60) * 60 - 60),
    to: Math.min(1440, Math.ceil(last / 60) * 60 + 60),
  }
}

/** The instant of a wall-clock time; of one that the clocks skip, the first one after. */
export function instantAt(date: string, minutes: number, zone: string): string {
  return Temporal.PlainDate.from(date)
    .toPlainDateTime({ hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 })
    .toZonedDateTime(zone)
    .toInstant()
    .toString()
}
