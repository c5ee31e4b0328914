import ICAL from 'ical.js'
import { day, type Instant } from '../../domain/time/instant.ts'
import { startOfDay, utcDate } from '../../domain/time/wall-time.ts'
import type { Property } from './components.ts'
import { utc, type WallTime, type Zone } from './zones.ts'

/** A time as a file has it: a date, or a time on the wall of a zone. */
export interface FileTime {
  readonly isDate: boolean
  /** Of a date: its midnight. */
  readonly wall: WallTime
  readonly zone: Zone
}

/** Who reads the file. */
export interface Reader {
  /** Of whom reads: where times belong that name no zone, and dates. */
  readonly timeZone: string
  readonly own: Zone
  /** The zone of that name, or what stands in for it. */
  zoneNamed(name: string): Zone
}

/** What a file says that cannot be read. */
export class Unreadable extends Error {}

const form = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/i

/** By its form, not by its `VALUE`: sources leave that away, or say it of what is none. Throws `Unreadable`. */
export function readTime(value: string, property: Property, reader: Reader): FileTime {
  const found = form.exec(value.trim())
  if (!found) throw new Unreadable(value)
  const [, year, month, date, hours, minutes, seconds = '0', z] = found
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(date))
  if (utcDate(wall / day).replaceAll('-', '') !== `${year}${month}${date}`) {
    throw new Unreadable(value)
  }
  if (hours === undefined) return { isDate: true, wall, zone: reader.own }
  const ofDay = (Number(hours) * 60 + Number(minutes)) * 60 + Math.min(Number(seconds), 59)
  const name = property.parameters.get('TZID')
  const local = name === undefined || name === '' ? reader.own : reader.zoneNamed(name)
  return { isDate: false, wall: wall + ofDay * 1000, zone: z === undefined ? local : utc }
}

/** Several in one property, and periods as where they begin. */
export function readTimes(property: Property, reader: Reader): FileTime[] {
  return property.value
    .split(',')
    .filter((value) => value.trim() !== '')
    .map((value) => readTime(value.split('/')[0] ?? '', property, reader))
}

export function instantOfTime({ isDate, wall, zone }: FileTime, reader: Reader): Instant {
  return isDate
    ? startOfDay(reader.timeZone, utcDate(Math.floor(wall / day)))
    : zone.instantOf(wall)
}

/** The midnight of the date that a time stands for where only dates count. */
export function midnightOf({ isDate, wall, zone }: FileTime, reader: Reader): WallTime {
  if (isDate || zone !== utc) return floorToDay(wall)
  // Midnight at home is what was meant; otherwise the source wrote its dates as UTC.
  const atHome = reader.own.wallOf(zone.instantOf(wall))
  return floorToDay(atHome % day === 0 ? atHome : wall)
}

export function floorToDay(wall: WallTime): WallTime {
  return Math.floor(wall / day) * day
}

/** In milliseconds; throws `Unreadable`. */
export function readDuration(value: string): number {
  try {
    return ICAL.Duration.fromString(value).toSeconds() * 1000
  } catch {
    throw new Unreadable(value)
  }
}
