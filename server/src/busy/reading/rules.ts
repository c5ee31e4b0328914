import ICAL from 'ical.js'
import { day, hour } from '../../domain/time/instant.ts'
import type { Property } from './components.ts'
import {
  type FileTime,
  floorToDay,
  instantOfTime,
  midnightOf,
  type Reader,
  readTime,
} from './times.ts'
import { timeOf, type WallTime, wallTimeOf } from './zones.ts'

/** A rule that would keep us busy for too long, or that is finer than anybody's day. */
export class RefusedRule extends Error {}

/** A few hundred bytes of lists can mean millions of times. */
const productAtMost = 500
/** From where a rule has to be counted to where it is of interest. */
const stepsAtMost = 60_000

const periods = new Map([
  ['HOURLY', hour],
  ['DAILY', day],
  ['WEEKLY', 7 * day],
])

/**
 * When an event begins by its rule, from about `from` to `to` on the clock of its own zone, ascending. The end of a rule
 * and its zone are decided here: the library would compare them as if they were of one zone.
 */
export function* startsOf(
  property: Property,
  start: FileTime,
  reader: Reader,
  from: WallTime,
  to: WallTime,
): Generator<WallTime> {
  const parts = readParts(property.value)
  const isOver = endOf(parts.get('UNTIL') ?? '', property, start, reader)
  const count = parts.get('COUNT')
  if (count !== undefined && !(Number(count) > 0)) return
  demandModest(parts)
  parts.delete('UNTIL')
  const text = [...parts].map(([name, value]) => `${name}=${value}`).join(';')
  const first = count === undefined ? nearer(start.wall, parts, from) : start.wall
  const iterator = ICAL.Recur.fromString(text).iterator(timeOf(first))
  for (let step = 0; step < stepsAtMost; step++) {
    const next = iterator.next()
    if (!next) return
    const wall = wallTimeOf(next)
    if (wall > to || isOver(wall)) return
    if (wall >= from) yield start.isDate ? floorToDay(wall) : wall
  }
  throw new RefusedRule('Too many steps')
}

function readParts(rule: string): Map<string, string> {
  const parts = rule
    .toUpperCase()
    .split(';')
    .flatMap((part): [string, string][] => {
      const [name = '', value = ''] = part.split('=')
      return value.trim() === '' ? [] : [[name.trim(), value.trim()]]
    })
  return new Map(parts)
}

function demandModest(parts: ReadonlyMap<string, string>): void {
  const frequency = parts.get('FREQ') ?? ''
  if (!['HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(frequency)) {
    throw new RefusedRule(frequency)
  }
  let product = 1
  for (const [name, value] of parts) {
    if (!name.startsWith('BY') || name === 'BYSETPOS') continue
    const count = value.split(',').length
    if (count > 1 && (name === 'BYSECOND' || name === 'BYMINUTE')) throw new RefusedRule(name)
    product *= count
  }
  if (product > productAtMost) throw new RefusedRule('Too many times')
  if (!(Number(parts.get('INTERVAL') ?? '1') >= 1)) throw new RefusedRule('INTERVAL')
}

/** A start of the same rule that is close to where it is of interest: nobody has to count from 1970. */
function nearer(start: WallTime, parts: ReadonlyMap<string, string>, from: WallTime): WallTime {
  const period = periods.get(parts.get('FREQ') ?? '')
  if (period === undefined) return start
  const stride = period * Number(parts.get('INTERVAL') ?? '1')
  return start + Math.max(0, Math.floor((from - start) / stride) - 1) * stride
}

/** Whether a start lies behind the end of its rule, which may be of another zone or kind than the event. */
function endOf(
  until: string,
  property: Property,
  start: FileTime,
  reader: Reader,
): (wall: WallTime) => boolean {
  if (until === '') return () => false
  const end = readTime(until, property, reader)
  if (start.isDate) {
    // Some write the last date as its midnight at home, some as that of UTC: what is later blocks rather too much.
    const last = Math.max(midnightOf(end, reader), floorToDay(end.wall))
    return (wall) => floorToDay(wall) > last
  }
  if (end.isDate) return (wall) => floorToDay(wall) > end.wall
  if (!until.endsWith('Z')) return (wall) => wall > end.wall
  const last = instantOfTime(end, reader)
  return (wall) => start.zone.instantOf(wall) > last
}
