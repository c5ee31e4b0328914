import { expect, it } from 'vitest'
import { readMultistatus } from '../../../src/busy/reading/multistatus.ts'
import { readReport } from '../../../src/busy/reading/read-report.ts'
import { formatInstant, parseInstant } from '../../../src/domain/time/instant.ts'

const asked = {
  from: parseInstant('2026-11-01T00:00Z'),
  to: parseInstant('2027-02-01T00:00Z'),
  timeZone: 'Europe/Berlin',
  ownDomain: 'experts.example',
}

const entry = (lines: string, zone = '') =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${zone}BEGIN:VEVENT\r\n${lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
const zoneOf = (offset: string) =>
  `BEGIN:VTIMEZONE\r\nTZID:Office\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:${offset}\r\nTZOFFSETTO:${offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n`
const response = (data: string, status = '200 OK') =>
  `<d:response><d:href>/a.ics</d:href><d:propstat><d:prop><c:calendar-data><![CDATA[${data}]]></c:calendar-data></d:prop><d:status>HTTP/1.1 ${status}</d:status></d:propstat></d:response>`
const report = (...responses: string[]) =>
  `<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">${responses.join('')}</d:multistatus>`

function read(...responses: string[]) {
  const result = readReport(readMultistatus(report(...responses)), asked)
  if (result.kind === 'failed') return result
  const busy = result.busy.map(({ from }) => formatInstant(from))
  return { busy, events: result.events, skipped: result.skipped }
}

it('reads an entry in the zone that came with it, also where another one gives it that name', () => {
  const at = (uid: string) => `UID:${uid}\r\nDTSTART;TZID=Office:20261110T120000\r\nDURATION:PT1H`
  expect(
    read(
      response(entry(at('1'), zoneOf('+0200'))),
      response(entry(at('2'), zoneOf('-0300'))),
      response(entry(at('3'), zoneOf('+0200'))),
    ),
  ).toEqual({
    busy: ['2026-11-10T10:00:00Z', '2026-11-10T15:00:00Z'],
    events: 3,
    skipped: [],
  })
})

it('an entry that nobody can read costs nobody the others, and own sessions do not count', () => {
  expect(
    read(
      response('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n'),
      response(entry('UID:2\r\nDTSTART:20261110T090000Z\r\nDURATION:PT1H')),
      response(entry('UID:3@experts.example\r\nDTSTART:20261111T090000Z\r\nDURATION:PT1H')),
      response('', '404 Not Found'),
    ),
  ).toEqual({
    busy: ['2026-11-10T09:00:00Z'],
    events: 2,
    skipped: [
      { kind: 'own', count: 1, dates: [] },
      { kind: 'unreadable', count: 1, dates: [] },
    ],
  })
})

it('a calendar without entries is free, and one of which a part came is not read', () => {
  expect(read()).toEqual({ busy: [], events: 0, skipped: [] })
  const part =
    '<d:response><d:href>/</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status></d:response>'
  expect(read(part)).toEqual({ kind: 'failed', fault: 'too_many' })
})

it('what nests for ever is given up', () => {
  expect(() => readMultistatus(report('<d:a>'.repeat(100_000)))).toThrow()
})
