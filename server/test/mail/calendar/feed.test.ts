import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { cancel } from '../../../src/domain/bookings/transitions.ts'
import { hour, type Instant, minute, parseInstant, plus } from '../../../src/domain/time/instant.ts'
import { calendarFeed, type CalendarEntry } from '../../../src/mail/calendar/entry.ts'
import { foldLines } from '../../../src/mail/calendar/fold.ts'
import { calendarName } from '../../../src/mail/calendar/safe-values.ts'
import { bookedAt, booking } from '../facts.ts'
import { hostile } from '../hostile.ts'
import { shownByIcalJs, shownByNodeIcal } from './feed-readers.ts'

afterEach(() => vi.unstubAllEnvs())

const readers = [
  ['ical.js', shownByIcalJs],
  ['node-ical', shownByNodeIcal],
] as const

function entry(id: string, startsAt: Instant, more: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    booking: { ...booking, id, startsAt, endsAt: plus(startsAt, 45 * minute) },
    calendarDomain: 'experts.example',
    stamp: bookedAt,
    reader: 'customer',
    expert: { name: 'Ada Lovelace', headline: 'Engines that weave numbers' },
    page: `https://experts.example/b/${id}`,
    ...more,
  }
}

/** Around the changes of clocks of New York, London and Lord Howe Island, and at the ends of days and years. */
const starts = [
  '2027-03-14T06:30:00Z',
  '2027-03-14T07:00:00Z',
  '2027-03-28T00:45:00Z',
  '2027-03-28T01:15:00Z',
  '2027-04-03T15:15:00Z',
  '2027-10-31T00:30:00Z',
  '2027-10-31T01:30:00Z',
  '2027-11-07T05:30:00Z',
  '2027-11-07T06:30:00Z',
  '2027-12-31T18:15:00Z',
  '2028-02-29T23:45:00Z',
]

describe.each(readers)('a feed read by %s', (_name, shownBy) => {
  it.each(['UTC', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'])(
    'has the same instants on a machine in %s',
    (zone) => {
      vi.stubEnv('TZ', zone)
      const entries = starts.map((start, index) => entry(`booking-${index}`, parseInstant(start)))
      const shown = shownBy(calendarFeed('My sessions', entries))
      expect(shown.map(({ start }) => start)).toEqual(starts)
      expect(shown.map(({ end }) => Date.parse(end))).toEqual(
        starts.map((start) => Date.parse(start) + 45 * minute),
      )
    },
  )

  it.each(hostile)('%j stays a name, between other entries', (text) => {
    const expert = { name: text, headline: text }
    const customer = { ...booking.customer, name: text }
    const at = parseInstant('2027-03-01T10:00:00Z')
    const hostileOnes = [
      entry('hostile-1', at, { expert }),
      {
        ...entry('hostile-2', at, { expert, reader: 'expert' }),
        booking: { ...booking, customer },
      },
    ]
    const all = [entry('before', at), ...hostileOnes, entry('after', at)]
    const shown = shownBy(calendarFeed('My sessions', all))
    const name = calendarName(text)
    const session = name === '' ? 'Video session' : `Video session with ${name}`
    expect(shown.map(({ summary }) => summary)).toEqual([
      'Video session with Ada Lovelace',
      session,
      session,
      'Video session with Ada Lovelace',
    ])
    expect(shown.map(({ attendees }) => attendees)).toEqual([0, 0, 0, 0])
  })
})

it('is the same byte for byte, whenever it is made, and asks programs to look every hour', () => {
  const entries = [entry('booking-1', parseInstant('2027-03-01T10:00:00Z'))]
  vi.useFakeTimers({ now: bookedAt })
  const file = calendarFeed('My sessions', entries)
  vi.setSystemTime(plus(bookedAt, hour))
  expect(calendarFeed('My sessions', entries)).toBe(file)
  vi.useRealTimers()
  expect(file).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n')
  expect(file).toContain('\r\nX-WR-CALNAME:My sessions\r\n')
})

it('a cancelled session takes nobody’s time, and asks for nothing that cannot be done', () => {
  const cancelled = cancel(booking, undefined, plus(bookedAt, hour))
  const file = calendarFeed('My sessions', [{ ...entry('x', bookedAt), booking: cancelled }])
  expect(file).toContain('\r\nTRANSP:TRANSPARENT\r\n')
  expect(file).toContain('\r\nSTATUS:CANCELLED\r\n')
  expect(file).not.toContain('delete')
})

it('a feed without sessions is a calendar still', () => {
  expect(shownByIcalJs(calendarFeed('My sessions', []))).toEqual([])
  expect(calendarFeed('My sessions', [])).toMatch(/^BEGIN:VCALENDAR\r\n.*\r\nEND:VCALENDAR\r\n$/s)
})

it('lines are folded to 75 octets, between characters, and found whole again', () => {
  const text = fc
    .array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 5 })
    .map((lines) => lines.map((line) => line.replaceAll(/[\r\n]/g, '')).join('\r\n'))
  fc.assert(
    fc.property(text, (unfolded) => {
      const folded = foldLines(unfolded)
      for (const line of folded.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(Buffer.from(line).toString()).toBe(line)
      }
      const starts = unfolded.split('\r\n').filter((line) => line.startsWith(' '))
      if (starts.length === 0) expect(folded.replaceAll('\r\n ', '')).toBe(unfolded)
    }),
  )
})
