import type { CalendarRead, Skipped } from '../../domain/calendars/source.ts'
import { mergeBusy } from '../../domain/schedules/busy-times.ts'
import { type Component, splitCalendar } from './components.ts'
import type { DavResource } from './multistatus.ts'
import { type AskedCalendar, eventsAtMost, readCalendar, stretchesAtMost } from './read-calendar.ts'

type Read = Extract<CalendarRead, { kind: 'read' }>

/** The server sends only a part, and says so. */
const notAll = 507

/**
 * What the entries of a calendar say that come one by one. Those that describe their zones alike are read as one file:
 * zones of one name may differ between entries. One that nobody can read costs nobody the others.
 */
export function readReport(
  resources: readonly DavResource[],
  asked: Omit<AskedCalendar, 'text'>,
): CalendarRead {
  if (resources.some(({ status }) => status === notAll)) return tooMany
  const byZones = new Map<string, string[]>()
  let garbled = 0
  for (const { data } of resources) {
    if (data === null) continue
    const split = splitCalendar(data)
    if (!split) {
      garbled++
      continue
    }
    const zones = zonesIn(split.components)
    const alike = byZones.get(zones) ?? []
    byZones.set(zones, alike)
    alike.push(data)
  }
  const reads: Read[] = []
  for (const texts of byZones.values()) {
    const read = readCalendar({ ...asked, text: texts.join('\r\n') })
    if (read.kind === 'failed') return read
    reads.push(read)
  }
  return together(reads, garbled)
}

const tooMany: CalendarRead = { kind: 'failed', fault: 'too_many' }

function zonesIn(components: readonly Component[]): string {
  return components
    .filter(({ name }) => name === 'VTIMEZONE')
    .map(({ lines }) => lines.join('\n'))
    .join('\n')
}

function together(reads: readonly Read[], garbled: number): CalendarRead {
  const busy = mergeBusy(reads.flatMap((read) => read.busy))
  const events = reads.reduce((sum, read) => sum + read.events, 0)
  if (busy.length > stretchesAtMost || events > eventsAtMost) return tooMany
  const skipped = new Map<Skipped['kind'], Skipped>()
  const unread: Skipped[] = garbled === 0 ? [] : [{ kind: 'unreadable', count: garbled, dates: [] }]
  for (const { kind, count, dates } of [...reads.flatMap((read) => read.skipped), ...unread]) {
    const before = skipped.get(kind)
    skipped.set(kind, {
      kind,
      count: count + (before?.count ?? 0),
      dates: [...(before?.dates ?? []), ...dates].toSorted().slice(0, 3),
    })
  }
  return { kind: 'read', busy, events, skipped: [...skipped.values()] }
}
