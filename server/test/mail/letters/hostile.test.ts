import type { BookingMessageKind } from '@expertconnect/contract/messages/shapes'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BookingRecord } from '../../../src/domain/bookings/booking.ts'
import { sayLate } from '../../../src/domain/bookings/late.ts'
import { cancel, propose } from '../../../src/domain/bookings/transitions.ts'
import { oneLine } from '../../../src/mail/letter/clean.ts'
import { composeAgenda } from '../../../src/mail/letters/agenda.ts'
import {
  approvalMail,
  declineMail,
  invitationMail,
} from '../../../src/mail/letters/applications.ts'
import { confirmAddressMail } from '../../../src/mail/letters/addresses.ts'
import { composeBookingMail } from '../../../src/mail/letters/booking-mail.ts'
import { greeting } from '../../../src/mail/letters/greeting.ts'
import { linkAgainMail } from '../../../src/mail/letters/link-again.ts'
import type { Mail } from '../../../src/mail/mail.ts'
import { agendaFacts, bookedAt, booking, factsFor } from '../facts.ts'
import { hostile } from '../hostile.ts'
import { readHtml, textLinks, textWords } from '../reading.ts'

const desk = 'https://experts.example/desk'

const recipients = ['customer', 'expert'] as const
/** Those that differ in where somebody's words stand. */
const kinds = [
  'booked',
  'waiting',
  'late',
  'proposed',
  'cancelled',
] as const satisfies readonly BookingMessageKind[]

/** The text in every place where somebody's words can stand. */
function mailsWith(text: string): Mail[] {
  const filled = {
    ...booking,
    customer: { ...booking.customer, name: text, phone: text },
    topic: text,
  }
  const expert = { name: text, headline: text, timeZone: 'Europe/London' }
  const asking = propose(filled, {
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    minutes: 60,
    note: text,
    proposedAt: bookedAt,
  })
  const records: Partial<Record<BookingMessageKind, readonly BookingRecord[]>> = {
    proposed: [asking],
    late: (['customer', 'expert'] as const).map((side) =>
      sayLate(filled, side, { minutes: 5, word: text, at: bookedAt }),
    ),
    cancelled: [
      cancel(filled, text, bookedAt, 'customer'),
      cancel(filled, text, bookedAt, 'expert'),
    ],
  }
  const ofBookings = recipients.flatMap((recipient) =>
    kinds
      .filter((kind) => kind !== 'proposed' || recipient === 'customer')
      .flatMap((kind) =>
        (records[kind] ?? [filled]).map((record) =>
          composeBookingMail(kind, factsFor(recipient, { booking: record, expert }), bookedAt),
        ),
      ),
  )
  const [session] = agendaFacts().sessions
  return [
    ...ofBookings,
    composeAgenda({ ...agendaFacts(), expert, sessions: [{ ...session, booking: filled }] }),
    linkAgainMail(filled, text, { href: desk, days: 90 }),
    approvalMail('a@b.example', text, desk),
    declineMail('a@b.example', text, text),
    invitationMail('a@b.example', text, desk),
    confirmAddressMail('a@b.example', '12345678', text),
  ]
}

/** What is in these mails where two plain lines are all that somebody wrote. */
const plain = mailsWith('Two\nlines').map(({ html }) => readHtml(html))
const known = {
  elements: new Set(plain.flatMap(({ elements }) => elements)),
  attributes: new Set(plain.flatMap(({ attributes }) => attributes)),
  links: new Set(plain.flatMap(({ links }) => links)),
}

function expectHarmless(text: string): void {
  for (const mail of mailsWith(text)) {
    const read = readHtml(mail.html)
    // No element, attribute or link came with it.
    expect(read.elements.filter((each) => !known.elements.has(each))).toEqual([])
    expect(read.attributes.filter((each) => !known.attributes.has(each))).toEqual([])
    expect(read.links.filter((each) => !known.links.has(each))).toEqual([])
    // What looks like a mark of the plain text cannot be told from one here.
    if (!/[\r\n\u2028\u2029]|^\s*>(?:\s|$)/.test(text)) {
      expect(read.words).toEqual(textWords(mail))
      expect(read.links).toEqual(textLinks(mail))
    }
    expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/\p{Cs}/u)
    expect(`${mail.text}${mail.html}`).not.toMatch(/[\r\u202a-\u202e\u2066-\u2069]/)
    expect(Buffer.byteLength(mail.html)).toBeLessThan(60_000)
  }
}

describe('whatever somebody wrote', () => {
  it.each(hostile)('%j is shown as it is written', (text) => {
    expectHarmless(text)
  })

  it('is shown as it is written', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', 'a', ' ', '\n', '-', '!'),
      }),
    )
    fc.assert(fc.property(typed, expectHarmless), { numRuns: 10 })
  })

  it('is marked as theirs line by line, so that it passes for nothing of ours', () => {
    const topic = 'Thanks!\n\n---\nJoin the session:\nhttps://evil.example'
    const { text } = composeBookingMail(
      'booked',
      factsFor('expert', { booking: { ...booking, topic } }),
      bookedAt,
    )
    expect(text).toContain('> Thanks!\n> \n> ---\n> Join the session:\n> https://evil.example\n')
  })

  it('does not reach a customer by whom it was written: the address may be a stranger’s', () => {
    const bait = 'Win at https://evil.example'
    const filled = { ...booking, customer: { ...booking.customer, name: bait }, topic: bait }
    for (const kind of kinds) {
      if (kind === 'proposed') continue
      const record = kind === 'cancelled' ? cancel(filled, bait, bookedAt, 'customer') : filled
      const mail = composeBookingMail(kind, factsFor('customer', { booking: record }), bookedAt)
      expect(`${mail.subject}${mail.text}${mail.html}`).not.toContain('evil')
    }
    const again = linkAgainMail(filled, 'Ada Lovelace', { href: desk, days: 90 })
    expect(`${again.subject}${again.text}${again.html}`).not.toContain('evil')
  })
})

describe('a greeting', () => {
  it.each([
    'Grace Hopper',
    'Sofía Núñez-Ortega',
    "Fergus O'Súilleabháin",
    'Nguyễn Thị Lan',
    'J. R. Hartley',
    '小林 さくら',
  ])('calls %s by name', (name) => {
    expect(greeting(name)).toEqual([{ kind: 'paragraph', text: `Hello ${name},` }])
  })

  it.each([
    'evil.example',
    'https://a.b',
    'win $100',
    'a@b.example',
    'www.evil.example',
    '',
    'x'.repeat(61),
  ])('does not repeat %j', (name) => {
    expect(greeting(name)).toEqual([])
  })
})

it('a link that is none is refused', () => {
  for (const href of [
    'javascript:alert(1)',
    '/b/1',
    'https://a.example/ x',
    'https://a.example/"',
  ]) {
    expect(() => approvalMail('a@b.example', 'Ada', href)).toThrow('no web address')
  }
})

it('a line is one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      expect(oneLine(oneLine(text))).toBe(oneLine(text))
    }),
  )
})
