import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cancel } from '../../../src/domain/bookings/transitions.ts'
import { hour, plus } from '../../../src/domain/time/instant.ts'
import { calendarFile, inviteOf } from '../../../src/mail/calendar/entry.ts'
import { calendarName } from '../../../src/mail/calendar/safe-values.ts'
import { composeBookingMail } from '../../../src/mail/letters/booking-mail.ts'
import { bookedAt, booking, cases, factsFor } from '../facts.ts'
import { hostile } from '../hostile.ts'
import { readByIcalJs, readByNodeIcal, type ReadEntry } from './calendars.ts'

const readers = [
  ['ical.js', readByIcalJs],
  ['node-ical', readByNodeIcal],
] as const

const base = {
  booking,
  calendarDomain: 'calendar.experts.example',
  stamp: bookedAt,
  reader: 'customer',
  expert: { name: 'Ada Lovelace', headline: 'Engines that weave numbers' },
  page: 'https://experts.example/b/jnpfNCFK42xyzAB_',
} as const
const invited = {
  name: 'Grace Hopper',
  email: 'grace@example.org',
  organizer: 'sessions@experts.example',
}

const attendee = (address: string, name: string): ReadEntry['attendees'][number] => ({
  address: `mailto:${address}`,
  parameters: { ROLE: 'REQ-PARTICIPANT', PARTSTAT: 'ACCEPTED', RSVP: 'FALSE', CN: name },
})

describe.each(readers)('read by %s', (_name, read) => {
  it.each([
    ['ada+tag@example.org', 'ada+tag@example.org'],
    ["o'neill@example.org", "o'neill@example.org"],
    ['r&d@example.org', 'r%26d@example.org'],
    ['a/b@example.org', 'a%2Fb@example.org'],
    ['a?bcc=x%20y@example.org', 'a%3Fbcc%3Dx%2520y@example.org'],
    ['a^nb@example.org', 'a%5Enb@example.org'],
    ['mina@xn--bcher-kva.example', 'mina@xn--bcher-kva.example'],
  ])('%s is one address of a calendar, and nothing beside it', (email, written) => {
    const { attendees, organizer } = read(
      inviteOf(base, { name: '', email, organizer: email }).file,
    )
    expect(organizer).toBe(`mailto:${written}`)
    expect(attendees).toEqual([attendee(written, calendarName(email))])
  })

  it('an invite asks nothing of the one whom it is for, and has accepted for them', () => {
    const { method, file } = inviteOf(base, invited)
    expect(method).toBe('REQUEST')
    expect(read(file)).toEqual({
      method: 'REQUEST',
      uid: 'jnpfNCFK42xyzAB_@calendar.experts.example',
      sequence: 2,
      status: 'CONFIRMED',
      stamp: '2027-01-05T08:00:00Z',
      start: '2027-01-12T14:30:00Z',
      end: '2027-01-12T15:30:00Z',
      summary: 'Video session with Ada Lovelace',
      description: [
        'Engines that weave numbers',
        '',
        'Open your booking in the browser you booked with, signed in, or with your private link:',
        base.page,
        '',
        'Declining or deleting this entry does not cancel the session: cancel it on that page.',
      ].join('\n'),
      url: base.page,
      organizer: 'mailto:sessions@experts.example',
      attendees: [attendee('grace@example.org', 'Grace Hopper')],
    })
  })

  it('a cancellation has the same UID, organizer and attendee, and a higher SEQUENCE', () => {
    const before = read(inviteOf(base, invited).file)
    const at = plus(bookedAt, hour)
    const { method, file } = inviteOf(
      { ...base, booking: cancel(booking, undefined, at), stamp: at },
      invited,
    )
    expect(method).toBe('CANCEL')
    expect(read(file)).toEqual({
      ...before,
      method: 'CANCEL',
      status: 'CANCELLED',
      summary: 'Cancelled: Video session with Ada Lovelace',
      description: [
        'This session was cancelled. Please delete this entry from your calendar.',
        base.page,
      ].join('\n'),
      sequence: 3,
      stamp: '2027-01-05T09:00:00Z',
    })
  })

  it('the file of the page is the same entry with nobody to answer', () => {
    const request = read(inviteOf(base, invited).file)
    const file = read(calendarFile(base))
    expect(file).toEqual({ ...request, method: 'PUBLISH', organizer: null, attendees: [] })
  })

  it("an expert's entry names the customer, and tells nothing else of them", () => {
    const facts = factsFor('expert')
    const { file = '' } = composeBookingMail('booked', facts, bookedAt).invite ?? {}
    const entry = read(file)
    expect(entry.summary).toBe('Video session with Grace Hopper')
    expect(entry.attendees).toEqual([attendee('ada@example.net', 'Ada Lovelace')])
    expect(entry.url).toBe('https://experts.example/desk/bookings/jnpfNCFK42xyzAB_')
    expect(file.replaceAll('\r\n ', '')).not.toMatch(/grace@|555|compiler|token-of/)
  })

  it.each(hostile)('%j stays a name and nothing more', (text) => {
    expectNoMore(read, text)
  })

  it('whatever is typed stays a name and nothing more', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.string({
        unit: fc.constantFrom('"', '\\', '^', "'", 'n', ';', ':', ',', '\r', '\n', ' '),
      }),
    )
    fc.assert(fc.property(typed, (text) => expectNoMore(read, text)))
  })
})

function expectNoMore(read: (file: string) => ReadEntry, text: string): void {
  const customer = { ...booking.customer, name: text, phone: text }
  const changed = {
    booking: { ...booking, customer, topic: text },
    expert: { name: text, headline: text, timeZone: 'Europe/London' },
  }
  const name = calendarName(text)
  for (const recipient of ['customer', 'expert'] as const) {
    const facts = factsFor(recipient, changed)
    const { file = '' } = composeBookingMail('booked', facts, bookedAt).invite ?? {}
    expectFolded(file)
    const entry = read(file)
    const session = name === '' ? 'Video session' : `Video session with ${name}`
    expect([entry.summary, entry.attendees]).toEqual([
      session,
      [attendee(facts.to, name || facts.to)],
    ])
    expect(entry.organizer).toBe('mailto:sessions@experts.example')
    expect(entry.uid).toBe('jnpfNCFK42xyzAB_@calendar.experts.example')
  }
}

/** RFC 5545: lines of at most 75 octets that end in CRLF, and no character cut in two. */
function expectFolded(file: string): void {
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(file).not.toMatch(/\p{Cs}/u)
  expect(file.replaceAll('\r\n ', '').match(/^BEGIN:/gm)).toHaveLength(2)
}

it('long texts are folded, and found whole again', () => {
  for (const part of ['a', 'é', '話', '👩‍👩‍👧‍👦']) {
    for (let length = 60; length < 80; length++) {
      const headline = part.repeat(length)
      const { file } = inviteOf({ ...base, expert: { name: 'Ada', headline } }, invited)
      expectFolded(file)
      expect(file.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${headline}\\n`)
    }
  }
})

it('only what changes a calendar comes with an invite', () => {
  const inviting = ['booked', 'moved', 'corrected', 'cancelled']
  for (const { kind, facts, now } of cases) {
    const { invite } = composeBookingMail(kind, facts, now)
    const method = kind === 'cancelled' ? 'CANCEL' : 'REQUEST'
    expect([kind, invite?.method]).toEqual([kind, inviting.includes(kind) ? method : undefined])
  }
})

it.each([
  'grace@example.org\r\nATTENDEE:mailto:evil@z.example',
  'grace@example.org,evil@z.example',
  'grace@example.org;evil@z.example',
  '"grace"@example.org',
  'Grace <grace@example.org>',
  'mailto:grace@example.org',
  'grace',
  'grace@@example.org',
  'gr\u202eace@example.org',
  '',
])('%j is refused as an address', (address) => {
  expect(() => inviteOf(base, { ...invited, email: address })).toThrow('An address')
  expect(() => inviteOf(base, { ...invited, organizer: address })).toThrow('An address')
})
