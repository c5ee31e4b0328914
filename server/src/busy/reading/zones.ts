import ICAL from 'ical.js'
import { findIana } from 'windows-iana'
import { Temporal } from 'temporal-polyfill'
import { day, type Instant, instantOf, minute, plus, twoDigits } from '../../domain/time/instant.ts'
import { instantAt, utcDate } from '../../domain/time/wall-time.ts'
import { type Component, propertiesOf } from './components.ts'

/** What a clock on the wall shows, as the milliseconds at which a clock of UTC would show it. */
export type WallTime = number

/** How a calendar's clock goes. */
export interface Zone {
  instantOf(wall: WallTime): Instant
  wallOf(at: Instant): WallTime
}

export const utc: Zone = { instantOf: (wall) => instantOf(wall), wallOf: (at) => at }

/** A zone of the database of time zones. A wall time that the clock skips lies as far behind the gap. */
export function namedZone(name: string): Zone {
  return {
    instantOf(wall) {
      const date = utcDate(Math.floor(wall / day))
      const ofDay = wall - Math.floor(wall / day) * day
      const minutes = Math.floor(ofDay / minute)
      return plus(instantAt(name, date, minutes), ofDay - minutes * minute)
    },
    wallOf(at) {
      const { offsetNanoseconds } =
        Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name)
      return at + offsetNanoseconds / 1e6
    },
  }
}

/**
 * The zones that a file speaks of by name. Sources disagree in how they name them, so that they are asked in this order:
 * the database of time zones, the names of Windows, offsets, the file's own definition, the cities in the name.
 */
export function zonesOf(definitions: readonly Component[]) {
  const ofFile = new Map(
    definitions.map((each) => [keyOf(valueOf(each, 'TZID')), each.lines.join('\r\n')]),
  )
  const known = new Map<string, Zone | null>()

  function find(name: string): Zone | null {
    const plain = keyOf(name)
    const iana = ianaName(plain) ?? findIana(plain)[0] ?? offsetName(plain)
    if (iana !== undefined) return namedZone(iana)
    const definition = ofFile.get(plain)
    if (definition !== undefined) {
      const zone = zoneOfFile(definition)
      if (zone) return zone
    }
    const guessed = nameByCities(plain)
    return guessed === undefined ? null : namedZone(guessed)
  }

  /** Null where nobody knows it. Each is made once: those that a file describes since 1601 take long. */
  return (name: string): Zone | null => {
    let zone = known.get(name)
    if (zone === undefined) known.set(name, (zone = find(name)))
    return zone
  }
}

function valueOf(component: Component, name: string): string {
  return propertiesOf(component).find((property) => property.name === name)?.value ?? ''
}

/** Commas in a name are escaped where it is a text, and not where it is a parameter. */
function keyOf(name: string): string {
  return name.replaceAll(/["\\]/g, '').trim()
}

/** Also behind a path, as in `/freeassociation.sourceforge.net/Europe/Berlin`. */
function ianaName(name: string): string | undefined {
  const parts = name.split('/').filter((part) => part !== '')
  const tails = [name, parts.slice(-3).join('/'), parts.slice(-2).join('/')]
  return tails.find((tail) => /^[A-Za-z][\w+-]*(\/[\w+-]+){0,2}$/.test(tail) && isZone(tail))
}

function isZone(name: string): boolean {
  try {
    // Throws where the database does not know it.
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

/** `UTC+01`, `GMT-0330`. */
function offsetName(name: string): string | undefined {
  const [, sign = '', hours = '', minutes = '00'] =
    /^(?:UTC|GMT)\s*([+-])(\d{1,2}):?(\d\d)?$/i.exec(name) ?? []
  return sign === '' || Number(hours) > 14
    ? undefined
    : `${sign}${twoDigits(Number(hours))}:${minutes}`
}

const american = new Map([
  ['Eastern Time (US & Canada)', 'America/New_York'],
  ['Central Time (US & Canada)', 'America/Chicago'],
  ['Mountain Time (US & Canada)', 'America/Denver'],
  ['Pacific Time (US & Canada)', 'America/Los_Angeles'],
])

let zonesByCity: ReadonlyMap<string, string> | undefined

/** `(UTC+07:00) Bangkok, Hanoi, Jakarta`, as Outlook and Kerio show it to people. */
function nameByCities(name: string): string | undefined {
  const shown = name.replace(/^\((?:UTC|GMT)[^)]*\)\s*/, '')
  const exact = american.get(shown)
  if (exact !== undefined) return exact
  zonesByCity ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [zone.split('/').at(-1) ?? zone, zone]),
  )
  for (const city of shown.split(',')) {
    const zone = zonesByCity.get(city.trim().replaceAll(' ', '_'))
    if (zone !== undefined) return zone
  }
  return undefined
}

/** By what the file itself says of it; null where that cannot be read. */
function zoneOfFile(definition: string): Zone | null {
  try {
    const component = new ICAL.Component(ICAL.parse(definition))
    const zone = new ICAL.Timezone({ component, tzid: 'of the file' })
    const offset = (wall: WallTime): number => zone.utcOffset(timeOf(wall)) * 1000
    offset(0)
    return {
      instantOf: (wall) => instantOf(wall - offset(wall)),
      // The offset is asked by the wall time, which is known to the hour after a first guess.
      wallOf: (at) => at + offset(at + offset(at)),
    }
  } catch {
    return null
  }
}

/** As the library for calendars has it: of no zone. */
export function timeOf(wall: WallTime): ICAL.Time {
  const parts = new Date(wall)
  const read = {
    year: parts.getUTCFullYear(),
    month: parts.getUTCMonth() + 1,
    day: parts.getUTCDate(),
    hour: parts.getUTCHours(),
    minute: parts.getUTCMinutes(),
    second: parts.getUTCSeconds(),
    isDate: false,
  }
  return new ICAL.Time(read, ICAL.Timezone.localTimezone)
}

export function wallTimeOf(time: ICAL.Time): WallTime {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second)
}
