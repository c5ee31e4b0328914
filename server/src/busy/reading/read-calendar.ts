import type { BusyTime } from '../../domain/schedules/schedule.ts'
import type { CalendarRead, SkippedKind } from '../../domain/calendars/source.ts'
import { mergeBusy } from '../../domain/schedules/busy-times.ts'
import { day, type Instant } from '../../domain/time/instant.ts'
import { type Component, splitCalendar } from './components.ts'
import {
  type CalendarEvent,
  matcherOf,
  occurrencesOf,
  readEvent,
  spanAt,
  wallIn,
} from './events.ts'
import { periodsOf } from './free-busy.ts'
import { RefusedRule } from './rules.ts'
import type { Reader } from './times.ts'
import { namedZone, zonesOf } from './zones.ts'

export interface AskedCalendar {
  readonly text: string
  readonly from: Instant
  readonly to: Instant
  /** The expert's: where dates lie, and times that name no zone. */
  readonly timeZone: string
  /** Behind the @ in the names of our own entries, which come back from calendars that hold them. */
  readonly ownDomain: string
}

export const eventsAtMost = 20_000
const timesAtMost = 20_000
/** After those that touch became one: about twenty a day. */
export const stretchesAtMost = 2000
const datesShown = 3

/** What a file says of when somebody is busy. One event that nobody can read costs nobody the others. */
export function readCalendar({ text, from, to, timeZone, ownDomain }: AskedCalendar): CalendarRead {
  const split = splitCalendar(text)
  if (!split) return { kind: 'failed', fault: 'not_a_calendar' }
  const ofKind = (name: string) => split.components.filter((each) => each.name === name)
  const components = ofKind('VEVENT')
  if (components.length > eventsAtMost) return { kind: 'failed', fault: 'too_many' }
  const skipped = createSkipped()
  const header = (name: string) => split.properties.find((each) => each.name === name)?.value
  const zoneOf = zonesOf(ofKind('VTIMEZONE'))
  const fallback = zoneOf(header('X-WR-TIMEZONE') ?? '')
  const own = namedZone(timeZone)
  const reader: Reader = {
    timeZone,
    own,
    zoneNamed(name) {
      const zone = zoneOf(name)
      if (zone) return zone
      skipped.guess(name)
      return fallback ?? own
    },
  }

  const events = components.flatMap((component) => {
    try {
      return [readEvent(component, reader)]
    } catch {
      skipped.add('unreadable', component)
      return []
    }
  })
  const standing = withoutOutdone(events)
  const series = groupByUid(standing)
  const busy: BusyTime[] = ofKind('VFREEBUSY').flatMap((each) => periodsOf(each, reader))
  for (const [uid, members] of series) {
    if (uid.toLowerCase().endsWith(`@${ownDomain.toLowerCase()}`)) {
      skipped.count('own', members.length)
      continue
    }
    for (const event of members) {
      if (event.state !== 'busy') skipped.count(event.state, 1)
      try {
        busy.push(...busyOf(event, members, reader, { from, to }))
      } catch (error) {
        skipped.note(error instanceof RefusedRule ? 'rule' : 'unreadable', event.start.wall)
      }
      if (busy.length > timesAtMost) return { kind: 'failed', fault: 'too_many' }
    }
  }
  const merged = mergeBusy(busy.filter((span) => span.to > from && span.from < to))
  if (merged.length > stretchesAtMost) return { kind: 'failed', fault: 'too_many' }
  return {
    kind: 'read',
    busy: merged,
    events: standing.length,
    skipped: skipped.list(),
  }
}

/** When one event is busy, without those of its times that others of its series stand for. */
function busyOf(
  event: CalendarEvent,
  members: readonly CalendarEvent[],
  reader: Reader,
  window: BusyTime,
): BusyTime[] {
  if (event.replaces) {
    return event.state === 'busy' ? [spanAt(event, event.start.wall, reader)] : []
  }
  const { start } = event
  const changed = members.flatMap(({ replaces }) => (replaces ? [replaces.time] : []))
  const isReplaced = matcherOf(changed, start, reader)
  const moves = members
    .filter(({ replaces }) => replaces?.andFollowing)
    .flatMap((by) => (by.replaces ? [{ by, since: wallIn(by.replaces.time, start, reader) }] : []))
    .toSorted((a, b) => b.since - a.since)
  const lengths = [event, ...moves.map(({ by }) => by)].map(({ length }) => length.ms)
  const shifts = moves.map(({ by, since }) => Math.abs(by.start.wall - since))
  // Zones differ by a day and a bit at most; what moved or lasts reaches further.
  const margin = 2 * day + Math.max(0, ...lengths) + Math.max(0, ...shifts)
  return occurrencesOf(event, reader, window.from - margin, window.to + margin)
    .filter((wall) => !isReplaced(wall))
    .flatMap((wall) => {
      const move = moves.find(({ since }) => wall >= since)
      const { state } = move?.by ?? event
      if (state !== 'busy') return []
      return move
        ? [spanAt(move.by, wall + move.by.start.wall - move.since, reader)]
        : [spanAt(event, wall, reader)]
    })
    .filter((span) => span.to > span.from && span.to > window.from && span.from < window.to)
}

/** Of what stands there twice: what was changed last. Some sources give one name to all, so that both stay in doubt. */
function withoutOutdone(events: readonly CalendarEvent[]): CalendarEvent[] {
  const best = new Map<string, CalendarEvent[]>()
  const nameless: CalendarEvent[] = []
  for (const event of events) {
    if (event.uid === '') {
      nameless.push(event)
      continue
    }
    const { replaces } = event
    const key = `${event.uid} ${replaces ? replaces.time.zone.instantOf(replaces.time.wall) : ''}`
    const others = best.get(key) ?? []
    const order = Math.max(...others.map((other) => compare(event, other)), -1)
    const isSame = others.some(
      (other) => compare(event, other) === 0 && event.start.wall === other.start.wall,
    )
    if (others.length === 0 || order > 0) best.set(key, [event])
    else if (order === 0 && !isSame) others.push(event)
  }
  return [...[...best.values()].flat(), ...nameless]
}

function compare(a: CalendarEvent, b: CalendarEvent): number {
  if (a.sequence !== b.sequence) return a.sequence - b.sequence
  return a.changed === b.changed ? 0 : a.changed > b.changed ? 1 : -1
}

function groupByUid(events: readonly CalendarEvent[]): Map<string, CalendarEvent[]> {
  const series = new Map<string, CalendarEvent[]>()
  for (const [index, event] of events.entries()) {
    const key = event.uid === '' ? ` ${index}` : event.uid
    const members = series.get(key)
    if (members) members.push(event)
    else series.set(key, [event])
  }
  return series
}

/** What did not count, and why; a zone that was guessed stands beside. */
function createSkipped() {
  const found = new Map<SkippedKind, { count: number; dates: string[] }>()
  const guessed = new Set<string>()
  function add(kind: SkippedKind, count: number, date?: string): void {
    const entry = found.get(kind) ?? { count: 0, dates: [] }
    entry.count += count
    if (date !== undefined && entry.dates.length < datesShown) entry.dates.push(date)
    found.set(kind, entry)
  }
  return {
    count: (kind: SkippedKind, count: number) => add(kind, count),
    note: (kind: SkippedKind, wall: number) =>
      add(kind, 1, new Date(wall).toISOString().slice(0, 10)),
    add(kind: SkippedKind, component: Component) {
      const begins = component.lines.find((line) => /^DTSTART/i.test(line)) ?? ''
      const [, year, month, date] = /:(\d{4})(\d\d)(\d\d)/.exec(begins) ?? []
      add(kind, 1, year === undefined ? undefined : `${year}-${month}-${date}`)
    },
    guess(name: string) {
      if (guessed.has(name)) return
      guessed.add(name)
      add('zone', 1)
    },
    list: () => [...found].map(([kind, { count, dates }]) => ({ kind, count, dates })),
  }
}
