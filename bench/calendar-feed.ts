import type { BusyTime } from '../server/src/domain/schedules/schedule.ts'
import { day, formatInstant, instantOf } from './built.ts'

const hour = day / 24

/** How many entries a calendar of the benches has. */
export const entries = 500

/** Where the calendars of the benches are said to be. Each has a host of its own: one host is asked seldom. */
export function originOf(index: number, port: number): string {
  return `http://calendar-${index}.example:${port}`
}

/** A calendar with an entry of an hour from each of these starts on, some of them repeated. */
export function feedOf(busy: readonly Pick<BusyTime, 'from'>[]): string {
  const utc = (at: number) =>
    `${formatInstant(instantOf(at)).slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const lines = busy.flatMap(({ from }, index) => [
    'BEGIN:VEVENT',
    `UID:entry-${index}@elsewhere.example`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(from + hour)}`,
    index % 10 === 0 ? 'RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR' : 'TRANSP:OPAQUE',
    'END:VEVENT',
  ])
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
}
