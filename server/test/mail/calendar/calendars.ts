import ICAL from 'ical.js'
import nodeIcal from 'node-ical'

/** What an entry says to a reader. */
export interface ReadEntry {
  readonly method: string
  readonly uid: string
  readonly sequence: number
  readonly status: string
  readonly stamp: string
  readonly start: string
  readonly end: string
  readonly summary: string
  readonly description: string
  readonly url: string
  readonly organizer: string | null
  readonly attendees: readonly ReadAttendee[]
}

export interface ReadAttendee {
  readonly address: string
  readonly parameters: Readonly<Record<string, string>>
}

const bare = (address: unknown) => String(address).replace(/^mailto:/i, 'mailto:')

/** By ical.js, which Thunderbird and Nextcloud read with. Throws for anything but one event of what we write. */
export function readByIcalJs(file: string): ReadEntry {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[])
  const parts = calendar.getAllSubcomponents()
  const [event] = parts
  if (!event || parts.length !== 1 || event.name !== 'vevent') throw new Error('Not one event')
  if (event.getAllSubcomponents().length > 0) throw new Error('Something is in the event')
  const names = event.getAllProperties().map(({ name }) => name)
  const [methods, value] = [
    calendar.getAllProperties('method'),
    (name: string) => {
      if (event.getAllProperties(name).length > 1) throw new Error(`More than one ${name}`)
      return event.getFirstPropertyValue(name)
    },
  ]
  const stray = names.filter((name) => !known.has(name))
  if (stray.length > 0 || methods.length !== 1) throw new Error(`Stray: ${stray.join(' ')}`)
  return {
    method: String(methods[0]?.getFirstValue()),
    uid: String(value('uid')),
    sequence: Number(value('sequence')),
    status: String(value('status')),
    stamp: String(value('dtstamp')),
    start: String(value('dtstart')),
    end: String(value('dtend')),
    summary: String(value('summary')),
    description: String(value('description')),
    url: String(value('url')),
    organizer: names.includes('organizer') ? bare(value('organizer')) : null,
    attendees: event.getAllProperties('attendee').map((attendee) => ({
      address: bare(attendee.getFirstValue()),
      parameters: Object.fromEntries(
        Object.entries((attendee.toJSON() as [string, Record<string, unknown>])[1]).map(
          ([name, each]) => [name.toUpperCase(), String(each)],
        ),
      ),
    })),
  }
}

const known = new Set([
  'uid',
  'sequence',
  'dtstamp',
  'dtstart',
  'dtend',
  'summary',
  'location',
  'description',
  'organizer',
  'attendee',
  'url',
  'status',
  'last-modified',
])

/** By node-ical, which shares no line with the other. */
export function readByNodeIcal(file: string): ReadEntry {
  const events = Object.values(nodeIcal.sync.parseICS(file)).filter(
    (each) => each?.type !== 'VCALENDAR',
  )
  const [event] = events
  if (event?.type !== 'VEVENT' || events.length !== 1) throw new Error('Not one event')
  const more = event as unknown as Record<string, unknown>
  const iso = (date: unknown) => (date as Date).toISOString().replace('.000Z', 'Z')
  const { attendee = [] } = more as { attendee?: RawAttendee | RawAttendee[] }
  return {
    method: String(event.method),
    uid: event.uid,
    sequence: Number(event.sequence),
    status: String(event.status),
    stamp: iso(event.dtstamp),
    start: iso(event.start),
    end: iso(event.end),
    summary: valueOf(event.summary),
    description: valueOf(event.description),
    url: valueOf(more.url),
    organizer: more.organizer === undefined ? null : bare(valueOf(more.organizer)),
    attendees: [attendee].flat().map(({ val, params }) => ({
      address: bare(val),
      parameters: Object.fromEntries(
        Object.entries(params).map(([name, each]) => [
          name,
          typeof each === 'boolean' ? String(each).toUpperCase() : String(each),
        ]),
      ),
    })),
  }
}

interface RawAttendee {
  readonly val: string
  readonly params: Readonly<Record<string, unknown>>
}

function valueOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'val' in value
    ? String(value.val)
    : String(value)
}
