import { describe, expect, it } from 'vitest'
import type { BookingRecord } from '../../../src/domain/bookings/booking.ts'
import { cancel } from '../../../src/domain/bookings/transitions.ts'
import { minute, plus } from '../../../src/domain/time/instant.ts'
import { composeAgenda } from '../../../src/mail/letters/agenda.ts'
import { composeBookingMail } from '../../../src/mail/letters/booking-mail.ts'
import { agendaFacts, bookedAt, booking, cases, factsFor, startsAt } from '../facts.ts'

const everything = (mail: object) => JSON.stringify(mail)

describe('a mail to a customer', () => {
  const mails = cases.filter(({ facts }) => facts.recipient === 'customer')

  it.each(mails)('has what it is about: $name', ({ kind, facts, now }) => {
    const { text, html, subject } = composeBookingMail(kind, facts, now)
    expect(subject).toMatch(/Ada Lovelace/)
    for (const form of [text, html]) {
      // 14:30 in London.
      expect(form).toContain('20:15 – 21:15')
      expect(form).toContain('Tuesday 12 January 2027')
      expect(form).toContain('Kathmandu (GMT+5:45)')
      expect(form).toContain('14:30 – 15:30 in London (GMT)')
      expect(form).toContain('Engines that weave numbers')
      expect(form).toContain('Replies to this e-mail aren’t read')
    }
  })

  it.each(mails)('has no token but theirs, and no word that a stranger chose: $name', (each) => {
    const mail = composeBookingMail(each.kind, each.facts, each.now)
    expect(everything(mail)).not.toContain('token-of-the-expert')
    expect(everything(mail)).not.toMatch(/compiler|555 0101/)
    expect(everything(mail.invite ?? {})).not.toContain('token-of-')
  })

  it('says until when it can be changed, while it can', () => {
    const facts = factsFor('customer')
    const until = plus(startsAt, -1440 * minute)
    const { text } = composeBookingMail('booked', facts, until)
    expect(text).toContain(`Move or cancel:\n${facts.links.manage}\nUntil Monday 11 January, 20:15`)
    const late = composeBookingMail('booked', facts, plus(until, 1)).text
    expect(late).toContain('It is too late to move or cancel it.')
    expect(late).not.toContain('Move or cancel')
  })

  it('joins before all else', () => {
    for (const kind of ['booked', 'moved', 'corrected', 'declined', 'reminder'] as const) {
      const facts = factsFor('customer')
      const { text } = composeBookingMail(kind, facts, bookedAt)
      const places = [facts.links.join, facts.links.manage, facts.links.practice].map((link) =>
        text.indexOf(`${link}\n`),
      )
      expect(places).toEqual([...places].toSorted((a, b) => a - b))
      expect(Math.min(...places)).toBeGreaterThan(0)
    }
  })
})

describe('a mail to an expert', () => {
  const mails = cases.filter(({ facts }) => facts.recipient === 'expert')

  it.each(mails)('has what it is about: $name', ({ kind, facts, now }) => {
    const mail = composeBookingMail(kind, facts, now)
    expect(mail.subject).toContain('Grace Hopper')
    expect(everything(mail)).not.toContain('token-of-the-customer')
    for (const form of [mail.text, mail.html]) {
      expect(form).toContain('14:30 – 15:30')
      expect(form).toContain('London (GMT)')
      expect(form).toContain('20:15 – 21:15 in Kathmandu (GMT+5:45)')
      expect(form).toContain('grace@example.org')
      expect(form).toContain('+1 202 555 0101')
      if (kind !== 'cancelled') expect(form).toContain('And whether')
      if (kind !== 'cancelled') expect(form).toContain('US$180.50')
    }
  })
})

describe('a cancellation', () => {
  const by = (who: 'customer' | 'expert' | 'admin'): BookingRecord =>
    cancel(booking, 'Rain', startsAt, who)
  const textTo = (recipient: 'customer' | 'expert', who: 'customer' | 'expert' | 'admin') =>
    composeBookingMail('cancelled', factsFor(recipient, { booking: by(who) }), startsAt).text

  it('says who cancelled and why, but nobody their own words', () => {
    expect(textTo('customer', 'expert')).toMatch(/Ada Lovelace cancelled.*> Rain/s)
    expect(textTo('expert', 'customer')).toMatch(/Grace Hopper cancelled.*> Rain/s)
    expect(textTo('customer', 'admin')).toMatch(/An administrator.*Why:\n> Rain/s)
    expect(textTo('customer', 'customer')).toContain('You cancelled your session with Ada Lovelace')
    expect(textTo('customer', 'customer')).not.toContain('Rain')
    expect(textTo('expert', 'expert')).not.toContain('Rain')
  })
})

it('nobody is told what is not so', () => {
  const gone = factsFor('customer', { booking: cancel(booking, 'Rain', startsAt) })
  for (const kind of ['booked', 'moved', 'corrected', 'proposed', 'reminder', 'waiting'] as const) {
    expect(() => composeBookingMail(kind, gone, bookedAt)).toThrow('is cancelled')
  }
  expect(() => composeBookingMail('cancelled', factsFor('customer'), bookedAt)).toThrow('is not')
  expect(() => composeBookingMail('proposed', factsFor('customer'), bookedAt)).toThrow(
    'asks nothing',
  )
})

it('both clocks are told only where they differ', () => {
  const facts = factsFor('customer', { booking: { ...booking, timeZone: 'Europe/Lisbon' } })
  const { text } = composeBookingMail('booked', facts, bookedAt)
  expect(text).toContain('Lisbon (GMT)')
  expect(text).not.toContain('London')
})

it.each([
  [1440, 'Tomorrow at 20:15', 'starts tomorrow at 20:15'],
  [60, 'In one hour', 'starts in one hour'],
  [43, 'In 43 minutes', 'starts in 43 minutes'],
  [10, 'In 10 minutes', 'starts in 10 minutes'],
  [-1, 'It has begun', 'has begun'],
])('a reminder %i minutes before tells the time that is really left', (minutes, soon, starts) => {
  const now = plus(startsAt, -minutes * minute)
  const { subject, text } = composeBookingMail('reminder', factsFor('customer'), now)
  expect(subject).toBe(`${soon}: Ada Lovelace, Tue 12 Jan, 20:15`)
  expect(text).toContain(`Your session ${starts}`)
})

it('an agenda of many sessions stays below what Gmail shows, and says that there are more', () => {
  const { html, text, subject } = composeAgenda(agendaFacts(90))
  expect(Buffer.byteLength(html)).toBeLessThan(60_000)
  expect(text).toContain('And 70 more on your desk.')
  expect(subject).toBe('Your day: 90 sessions, the first Tue 12 Jan, 14:30')
  expect(composeAgenda(agendaFacts(1)).text).toContain('You have one session.')
})
