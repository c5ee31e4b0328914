import type { BusyTime } from '../../domain/schedules/schedule.ts'
import { day, formatInstant, type Instant, plus } from '../../domain/time/instant.ts'
import type { DavQuestion } from './dav.ts'

const spaces =
  'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/"'

function find(depth: DavQuestion['depth'], properties: string): DavQuestion {
  return { method: 'PROPFIND', depth, body: bodyOf('d:propfind', properties) }
}

/** Of what lies in a calendar, these properties; `which`: of what of it. */
function report(element: string, properties: string, which: string): DavQuestion {
  return { method: 'REPORT', depth: '1', body: bodyOf(element, properties, which) }
}

function bodyOf(element: string, properties: string, which = ''): string {
  const asked = `<d:prop>${properties}</d:prop>${which}`
  return `<?xml version="1.0" encoding="utf-8"?><${element} ${spaces}>${asked}</${element}>`
}

/** Who signs in, and where their calendars are. */
export const whoAmI = find(
  '0',
  '<d:current-user-principal/><c:calendar-home-set/><d:resourcetype/>',
)

const ofCalendars = '<d:resourcetype/><d:displayname/><c:supported-calendar-component-set/>'

/** Which calendars there are. */
export const whichCalendars = find('1', ofCalendars)

/** Whether anything has changed. */
export const whichTag = find('0', '<s:getctag/><d:sync-token/>')

/** Whether it is there, and as of which writing. */
export const whichEtag = find('0', '<d:getetag/>')

/** Which of these are there. */
export function whichOf(paths: readonly string[]): DavQuestion {
  // They are parts of addresses: nothing of them has to be escaped but this.
  const places = paths.map((path) => `<d:href>${path.replaceAll('&', '&amp;')}</d:href>`)
  return report('c:calendar-multiget', '<d:getetag/>', places.join(''))
}

/** Entries of other zones than UTC are looked for by servers in one that we do not know. */
const margin = 2 * day

/** All entries that take place in a stretch of time, each as a whole. */
export function entriesWithin({ from, to }: BusyTime): DavQuestion {
  const range = `start="${utc(plus(from, -margin))}" end="${utc(plus(to, margin))}"`
  const filter = `<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:time-range ${range}/></c:comp-filter></c:comp-filter>`
  const properties = '<d:getetag/><c:calendar-data/>'
  return report('c:calendar-query', properties, `<c:filter>${filter}</c:filter>`)
}

/** `20261201T090000Z` */
function utc(at: Instant): string {
  return formatInstant(at).replaceAll(/[-:]|\.\d+/g, '')
}
