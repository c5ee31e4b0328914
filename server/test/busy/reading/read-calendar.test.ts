import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readCalendar } from '../../../src/busy/reading/read-calendar.ts'
import { day, parseInstant, plus } from '../../../src/domain/time/instant.ts'
import { lackOfPython, readByNodeIcal, readByPython } from './others.ts'
import { noCalendars, quirks } from './quirks.ts'
import { reader, type Shape } from './shape.ts'
import { sources } from './sources.ts'

const window = { from: parseInstant('2026-10-01T00:00Z'), to: parseInstant('2027-02-01T12:00Z') }

function read(text: string) {
  return readCalendar({ text, ...window, ...reader })
}

/** `2026-11-02T08:00Z/09:00Z` as numbers. */
function timesOf({ busy }: Shape): number[][] {
  return busy.map((span) => {
    const [from = '', to = ''] = span.split('/')
    return [from, to.includes('T') ? to : `${from.slice(0, 11)}${to}`].map(parseInstant)
  })
}

const byStart = (times: readonly (readonly [number, number])[]): number[][] =>
  times.map((time) => [...time]).toSorted(([a = 0], [b = 0]) => a - b)

// Far from one another and from the expert, so that whoever asks the host is found out.
describe.each(['UTC', 'America/New_York', 'Asia/Tokyo'])('on a host in %s', (zone) => {
  beforeEach(() => {
    vi.stubEnv('TZ', zone)
    expect(new Intl.DateTimeFormat('en').resolvedOptions().timeZone).toBe(zone)
  })
  afterEach(() => vi.unstubAllEnvs())

  it.each([...sources, ...quirks])('$name', (shape) => {
    const found = read(shape.file)
    if (found.kind !== 'read') throw new Error(found.fault)
    expect(found.busy.map(({ from, to }) => [from, to])).toEqual(timesOf(shape))
    const skipped = found.skipped.map(({ kind, count }) => `${kind} ${count}`)
    expect(skipped).toEqual(shape.skipped ?? [])
  })
})

describe('beside other readers', () => {
  const alike = (name: Shape['alike'][number]) =>
    [...sources, ...quirks].filter((shape) => shape.alike.includes(name))

  it.each(alike('node-ical'))('node-ical: $name', (shape) => {
    expect(byStart(readByNodeIcal(shape.file, window))).toEqual(timesOf(shape))
  })

  it.skipIf(lackOfPython !== null).each(alike('python'))(
    `Python${lackOfPython === null ? '' : ` (skipped: ${lackOfPython})`}: $name`,
    (shape) => {
      expect(byStart(readByPython(shape.file, window))).toEqual(timesOf(shape))
    },
  )

  it('expands plain rules as node-ical does, whatever they are', () => {
    const rule = fc.record({
      freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY'),
      interval: fc.integer({ min: 1, max: 5 }),
      days: fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')),
      count: fc.option(fc.integer({ min: 1, max: 400 })),
      zone: fc.constantFrom(
        'Europe/Berlin',
        'America/New_York',
        'Asia/Kolkata',
        'Australia/Sydney',
      ),
      since: fc.integer({ min: 1, max: 4000 }),
    })
    fc.assert(
      fc.property(rule, ({ freq, interval, days, count, zone, since }) => {
        const date = new Date(window.from - since * day).toISOString().slice(0, 10)
        const name = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(date).getUTCDay()] ?? ''
        // What a first time counts for that its own rule does not name, everybody says differently.
        const by = days.length > 0 && freq === 'WEEKLY' ? [...new Set([...days, name])] : []
        fc.pre(freq !== 'MONTHLY' || Number(date.slice(8)) <= 28)
        const parts = [`FREQ=${freq}`, `INTERVAL=${interval}`]
        if (count !== null) parts.push(`COUNT=${count}`)
        if (by.length > 0) parts.push(`BYDAY=${by.join(',')}`)
        const begins = date.replaceAll('-', '')
        const file = [
          'BEGIN:VCALENDAR',
          'VERSION:2.0',
          'PRODID:x',
          'BEGIN:VEVENT',
          'UID:a',
          'DTSTAMP:20200101T000000Z',
          `DTSTART;TZID=${zone}:${begins}T090000`,
          `DTEND;TZID=${zone}:${begins}T093000`,
          `RRULE:${parts.join(';')}`,
          'END:VEVENT',
          'END:VCALENDAR',
        ].join('\r\n')
        const found = read(file)
        const ours = found.kind === 'read' ? found.busy.map(({ from, to }) => [from, to]) : []
        expect(ours).toEqual(byStart(readByNodeIcal(file, window)))
      }),
      { numRuns: 60 },
    )
  })
})

it.each(Object.entries(noCalendars))('refuses %s', (_, text) => {
  expect(read(text)).toEqual({ kind: 'failed', fault: 'not_a_calendar' })
})

it('never throws, whatever it is given', () => {
  const piece = fc.constantFrom(
    ...[...sources, ...quirks].flatMap(({ file }) => file.split(/\r\n?|\n/)),
    'DTSTART;TZID=:',
    'RRULE:FREQ=MONTHLY;BYDAY=9MO;BYSETPOS=-400',
    'RRULE:FREQ=YEARLY;BYWEEKNO=99',
    'DURATION:-P99999W',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (lines) => {
      const text = ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\n')
      expect(['read', 'failed']).toContain(read(text).kind)
    }),
    { numRuns: 300 },
  )
})

it('refuses more entries than anybody has', () => {
  const entry = 'BEGIN:VEVENT\nDTSTART:20261110T090000Z\nEND:VEVENT\n'
  const text = `BEGIN:VCALENDAR\n${entry.repeat(20_001)}END:VCALENDAR`
  expect(read(text)).toEqual({ kind: 'failed', fault: 'too_many' })
})

it('leaves out what has passed', () => {
  const text = sources[0]?.file ?? ''
  const all = read(text)
  const times = all.kind === 'read' ? all.busy : []
  const from = plus(times[0]?.to ?? window.from, 1)
  const later = readCalendar({ text, ...reader, from, to: window.to })
  expect(times.length).toBeGreaterThan(1)
  expect(later).toMatchObject({ busy: times.slice(1) })
})
