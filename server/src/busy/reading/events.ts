import type { BusyTime } from '../../domain/schedules/schedule.ts'
import { day, type Instant, plus } from '../../domain/time/instant.ts'
import { type Component, propertiesOf, type Property } from './components.ts'
import { startsOf } from './rules.ts'
import {
  type FileTime,
  floorToDay,
  instantOfTime,
  midnightOf,
  readDuration,
  type Reader,
  readTime,
  readTimes,
  Unreadable,
} from './times.ts'
import type { WallTime } from './zones.ts'

/** One entry of a calendar: what stands in the file once, and may be there often. */
export interface CalendarEvent {
  readonly uid: string
  readonly sequence: number
  /** When it was last changed, as the file says it: compared as text. */
  readonly changed: string
  readonly state: 'busy' | 'free' | 'cancelled'
  readonly start: FileTime
  readonly length: Length
  readonly rules: readonly Property[]
  readonly added: readonly FileTime[]
  readonly removed: readonly FileTime[]
  /** Of what was changed apart: which time of the series it stands for, and whether all that follow move with it. */
  readonly replaces: { readonly time: FileTime; readonly andFollowing: boolean } | null
}

type Length =
  /** Until the same clock of the end, whatever the zone's clocks do meanwhile. */
  { readonly by: 'wall'; readonly ms: number } | { readonly by: 'instant'; readonly ms: number }

/** Throws `Unreadable` where its times say nothing. */
export function readEvent(component: Component, reader: Reader): CalendarEvent {
  const properties = propertiesOf(component)
  const all = (name: string) => properties.filter((property) => property.name === name)
  const value = (name: string) => all(name)[0]?.value ?? ''
  const [begins] = all('DTSTART')
  if (!begins) throw new Unreadable('DTSTART')
  const start = readTime(begins.value, begins, reader)
  const [replaced] = all('RECURRENCE-ID')
  return {
    uid: value('UID'),
    sequence: Number.parseInt(value('SEQUENCE'), 10) || 0,
    changed: value('LAST-MODIFIED') || value('DTSTAMP'),
    state: stateOf(value),
    start,
    length: lengthOf(start, all('DTEND')[0], value('DURATION'), reader),
    rules: all('RRULE').filter((rule) => rule.value !== ''),
    added: all('RDATE').flatMap((property) => readTimes(property, reader)),
    removed: all('EXDATE').flatMap((property) => readTimes(property, reader)),
    replaces: replaced
      ? {
          time: readTime(replaced.value, replaced, reader),
          andFollowing: /^THISANDFUTURE$/i.test(replaced.parameters.get('RANGE') ?? ''),
        }
      : null,
  }
}

function stateOf(value: (name: string) => string): CalendarEvent['state'] {
  if (/^CANCELL?ED$/i.test(value('STATUS'))) return 'cancelled'
  const isFree =
    /^TRANSPARENT$/i.test(value('TRANSP')) ||
    /^(FREE|WORKINGELSEWHERE)$/i.test(value('X-MICROSOFT-CDO-BUSYSTATUS'))
  return isFree ? 'free' : 'busy'
}

function lengthOf(
  start: FileTime,
  ends: Property | undefined,
  duration: string,
  reader: Reader,
): Length {
  if (ends && ends.value !== '') {
    const end = readTime(ends.value, ends, reader)
    if (start.isDate) {
      return { by: 'wall', ms: Math.max(day, midnightOf(end, reader) - start.wall) }
    }
    if (!end.isDate && end.zone === start.zone) return { by: 'wall', ms: end.wall - start.wall }
    return { by: 'instant', ms: instantOfTime(end, reader) - instantOfTime(start, reader) }
  }
  if (duration === '') return { by: 'wall', ms: start.isDate ? day : 0 }
  const ms = readDuration(duration)
  if (start.isDate) return { by: 'wall', ms: Math.max(day, Math.ceil(ms / day) * day) }
  return { by: /T/i.test(duration) ? 'instant' : 'wall', ms }
}

/** Where an event is, if it begins at that time of its own clock. */
export function spanAt(event: CalendarEvent, wall: WallTime, reader: Reader): BusyTime {
  const at = (time: WallTime): Instant =>
    instantOfTime({ isDate: event.start.isDate, wall: time, zone: event.start.zone }, reader)
  const from = at(wall)
  const { by, ms } = event.length
  return { from, to: by === 'wall' ? at(wall + ms) : plus(from, ms) }
}

/**
 * The starts of a series on its own clock, from about `from` to `to`, without those that were taken out. The first one
 * counts, whether or not its rule names it.
 */
export function occurrencesOf(
  event: CalendarEvent,
  reader: Reader,
  from: WallTime,
  to: WallTime,
): WallTime[] {
  const { start, rules, added, removed } = event
  const walls = new Set<WallTime>([start.wall])
  for (const rule of rules) {
    for (const wall of startsOf(rule, start, reader, from, to)) walls.add(wall)
  }
  for (const time of added) walls.add(wallIn(time, start, reader))
  const isOut = matcherOf(removed, start, reader)
  return [...walls].filter((wall) => wall >= from && wall <= to && !isOut(wall))
}

/** The same moment on the clock of a series. */
export function wallIn(time: FileTime, start: FileTime, reader: Reader): WallTime {
  if (start.isDate) return midnightOf(time, reader)
  return time.isDate ? time.wall : start.zone.wallOf(time.zone.instantOf(time.wall))
}

/** Whether one of these times means a start of the series: a mere date means all of that day. */
export function matcherOf(
  times: readonly FileTime[],
  start: FileTime,
  reader: Reader,
): (wall: WallTime) => boolean {
  const whole = start.isDate
  const days = new Set(
    times.filter(({ isDate }) => isDate || whole).map((time) => midnightOf(time, reader)),
  )
  const exact = new Set(
    whole
      ? []
      : times.filter(({ isDate }) => !isDate).map(({ zone, wall }) => zone.instantOf(wall)),
  )
  if (days.size === 0 && exact.size === 0) return () => false
  return (wall) => days.has(floorToDay(wall)) || exact.has(start.zone.instantOf(wall))
}
