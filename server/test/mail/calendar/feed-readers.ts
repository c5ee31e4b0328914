import ICAL from 'ical.js'
import nodeIcal from 'node-ical'

/** What a calendar that is subscribed to shows of a session. */
export interface ShownEntry {
  readonly uid: string
  readonly sequence: number
  readonly status: string
  readonly changed: string
  readonly start: string
  readonly end: string
  readonly summary: string
  readonly url: string
  readonly attendees: number
}

/** By ical.js, which Thunderbird and Nextcloud read with. */
export function shownByIcalJs(file: string): ShownEntry[] {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[])
  return calendar.getAllSubcomponents().map((event) => {
    const value = (name: string) => String(event.getFirstPropertyValue(name))
    return {
      uid: value('uid'),
      sequence: Number(value('sequence')),
      status: value('status'),
      changed: value('last-modified'),
      start: value('dtstart'),
      end: value('dtend'),
      summary: value('summary'),
      url: value('url'),
      attendees: event.getAllProperties('attendee').length,
    }
  })
}

/** By node-ical, which shares no line with the other. */
export function shownByNodeIcal(file: string): ShownEntry[] {
  const iso = (date: unknown) => (date as Date).toISOString().replace('.000Z', 'Z')
  return Object.values(nodeIcal.sync.parseICS(file)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return []
    const more = event as unknown as Record<string, unknown>
    return [
      {
        uid: event.uid,
        sequence: Number(event.sequence),
        status: String(event.status),
        changed: iso(more['lastmodified']),
        start: iso(event.start),
        end: iso(event.end),
        summary: textOf(event.summary),
        url: textOf(more['url']),
        attendees: more['attendee'] === undefined ? 0 : [more['attendee']].flat().length,
      },
    ]
  })
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return (value as { readonly val: string }).val
}
