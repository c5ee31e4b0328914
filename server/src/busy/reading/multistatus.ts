import { SaxesParser } from 'saxes'

/** What a server says of one of its addresses. What it does not say is null or empty. */
export interface DavResource {
  /** As it stands there, often without the server's name. */
  readonly href: string
  /** Of the whole, where that could not be answered: 507 says that there is more than it sends. */
  readonly status: number | null
  readonly name: string | null
  readonly isCalendar: boolean
  /** Where more is said of whoever asked. */
  readonly principal: string | null
  /** Where the calendars of whoever asked are. */
  readonly homes: readonly string[]
  /** What may lie in the calendar, such as `VEVENT`. */
  readonly components: readonly string[]
  /** Other than before as soon as anything in it has changed. */
  readonly tag: string | null
  /** Of one entry: other than before as soon as it has changed. */
  readonly etag: string | null
  readonly data: string | null
}

const dav = 'DAV:'
const caldav = 'urn:ietf:params:xml:ns:caldav'
const server = 'http://calendarserver.org/ns/'
const prefixes: Readonly<Record<string, string>> = { [dav]: 'd', [caldav]: 'c', [server]: 's' }

const resourcesAtMost = 20_000
/** No answer of ours is deeper; one that is would be read for ever. */
const depthAtMost = 50

/** Thrown for what is no answer of WebDAV, or has no end. */
export class NoMultistatus extends Error {}

type Draft = { -readonly [K in keyof DavResource]: DavResource[K] }

const blank: DavResource = {
  href: '',
  status: null,
  name: null,
  isCalendar: false,
  principal: null,
  homes: [],
  components: [],
  tag: null,
  etag: null,
  data: null,
}

/**
 * Reads the answer to PROPFIND and REPORT. Of properties, those alone that the server has: it lists the others by a status
 * of their own. Throws for every text that is not such an answer from its beginning to its end; what a document defines by
 * itself is not followed.
 */
export function readMultistatus(text: string): DavResource[] {
  const resources: DavResource[] = []
  const path: string[] = []
  let whole: Draft = { ...blank }
  /** Of the `propstat` that is open: it counts only once its status is known. */
  let part: Partial<Draft> = {}
  let isThere = true
  let words = ''

  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw new NoMultistatus(error.message)
  })
  parser.on('doctype', () => {
    throw new NoMultistatus('It defines its own')
  })
  parser.on('text', (piece) => (words += piece))
  parser.on('cdata', (piece) => (words += piece))
  parser.on('opentag', ({ uri, local, attributes }) => {
    path.push(`${prefixes[uri] ?? '?'}:${local}`)
    if (path[0] !== 'd:multistatus' || path.length > depthAtMost) throw new NoMultistatus()
    words = ''
    const at = path.slice(1).join('/')
    if (at === 'd:response') whole = { ...blank }
    if (at === 'd:response/d:propstat') {
      part = {}
      isThere = true
    }
    if (at === `${ofProperty}c:supported-calendar-component-set/c:comp`) {
      const name = attributes['name']?.value ?? ''
      part.components = [...(part.components ?? []), name.toUpperCase()]
    }
    if (at === `${ofProperty}d:resourcetype/c:calendar`) part.isCalendar = true
  })
  parser.on('closetag', () => {
    const at = path.slice(1).join('/')
    const value = words.trim()
    words = ''
    path.pop()
    if (at === 'd:response/d:href') whole.href = value
    else if (at === 'd:response/d:status') whole.status = statusIn(value)
    else if (at === 'd:response/d:propstat/d:status') isThere = statusIn(value) === 200
    else if (at === 'd:response/d:propstat') {
      if (isThere) whole = { ...whole, ...part }
    } else if (at === 'd:response') {
      resources.push(whole)
      if (resources.length > resourcesAtMost) throw new NoMultistatus('Too many')
    } else if (at.startsWith(ofProperty)) keep(part, at.slice(ofProperty.length), value)
  })
  parser.write(text.replace(/^\uFEFF/, '').trimStart()).close()
  return resources
}

const ofProperty = 'd:response/d:propstat/d:prop/'

function keep(part: Partial<Draft>, property: string, value: string): void {
  switch (property) {
    case 'd:displayname':
      part.name = value
      break
    case 'd:current-user-principal/d:href':
      part.principal = value
      break
    case 'c:calendar-home-set/d:href':
      part.homes = [...(part.homes ?? []), value]
      break
    case 's:getctag':
      part.tag = value
      break
    case 'd:sync-token':
      part.tag ??= value
      break
    case 'd:getetag':
      part.etag = value
      break
    case 'c:calendar-data':
      part.data = value
      break
  }
}

/** `HTTP/1.1 200 OK` */
function statusIn(line: string): number | null {
  const found = /^HTTP\/[\d.]+ (\d{3})\b/.exec(line)?.[1]
  return found === undefined ? null : Number(found)
}
