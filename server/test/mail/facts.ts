import type { BookingMessageKind } from '@expertconnect/contract/messages/shapes'
import type { BookedRecord, BookingRecord } from '../../src/domain/bookings/booking.ts'
import { type SaidLate, sayLate } from '../../src/domain/bookings/late.ts'
import { offerMore } from '../../src/domain/bookings/more-time.ts'
import { cancel, propose } from '../../src/domain/bookings/transitions.ts'
import { type Instant, minute, parseInstant, plus } from '../../src/domain/time/instant.ts'
import type { AgendaFacts } from '../../src/mail/letters/agenda.ts'
import type { BookingFacts } from '../../src/mail/letters/booking-facts.ts'

export const bookedAt = parseInstant('2027-01-05T08:00:00Z')
export const startsAt = parseInstant('2027-01-12T14:30:00Z')

export const booking: BookedRecord = {
  state: 'booked',
  id: 'jnpfNCFK42xyzAB_',
  expertId: 'expert-ada',
  version: 2,
  minutes: 60,
  createdAt: bookedAt,
  bookedAt,
  startsAt,
  endsAt: plus(startsAt, 60 * minute),
  until: plus(startsAt, 75 * minute),
  customer: { name: 'Grace Hopper', email: 'grace@example.org', phone: '+1 202 555 0101' },
  topic: 'How a compiler reads a program.\nAnd whether "A" < "B" & why.',
  timeZone: 'Asia/Kathmandu',
  hourlyRate: 18_050,
  currency: 'USD',
  tokenVersion: 1,
  cancellationMinutes: 1440,
}

const proposal = {
  startsAt: parseInstant('2027-01-13T23:30:00Z'),
  endsAt: parseInstant('2027-01-14T00:15:00Z'),
  minutes: 45,
  note: 'I am at a conference on Tuesday.\nSorry!',
  proposedAt: plus(bookedAt, minute),
}

const origin = 'https://experts.example'

/** Of the plain booking, each side with links of its own. */
export function factsFor(
  recipient: BookingFacts['recipient'],
  changed: Partial<BookingFacts> = {},
): BookingFacts {
  const { id, customer } = changed.booking ?? booking
  const isCustomer = recipient === 'customer'
  const token = isCustomer ? 'token-of-the-customer' : 'token-of-the-expert'
  return {
    recipient,
    to: isCustomer ? customer.email : 'ada@example.net',
    booking,
    expert: {
      name: 'Ada Lovelace',
      headline: 'Engines that weave numbers',
      timeZone: 'Europe/London',
    },
    links: {
      join: `${origin}/b/${id}/call#${token}`,
      manage: isCustomer ? `${origin}/b/${id}#${token}` : `${origin}/desk/bookings/${id}#${token}`,
      practice: `${origin}/practice`,
    },
    organizer: 'sessions@experts.example',
    calendarDomain: 'calendar.experts.example',
    revisedAt: bookedAt,
    ...changed,
  }
}

export interface Case {
  readonly name: string
  readonly kind: BookingMessageKind
  readonly facts: BookingFacts
  readonly now: Instant
}

const before = (minutes: number) => plus(startsAt, -minutes * minute)
const from = {
  startsAt: parseInstant('2027-01-11T18:45:00Z'),
  endsAt: parseInstant('2027-01-11T19:15:00Z'),
}
const shorter = { startsAt, endsAt: plus(startsAt, (booking.minutes - 15) * minute) }
const cancelledBy = (by: 'customer' | 'expert' | 'admin', reason?: string): BookingRecord =>
  cancel(booking, reason, before(2000), by)

/** The other side of whoever reads it has said so. */
const lateFor = (reader: 'customer' | 'expert', said: Omit<SaidLate, 'at'>): BookingRecord =>
  sayLate(booking, reader === 'customer' ? 'expert' : 'customer', { ...said, at: before(6) })

const clash = {
  calendar: 'Work "mine"',
  from: plus(startsAt, -30 * minute),
  to: plus(startsAt, 45 * minute),
}

/** A mail of each kind to each side that gets it, with what makes its text another. */
export const cases: readonly Case[] = (['customer', 'expert'] as const).flatMap((recipient) => {
  const one = (
    kind: BookingMessageKind,
    now: Instant = bookedAt,
    changed: Partial<BookingFacts> = {},
    more = '',
  ): Case => ({
    name: `${kind}${more}-${recipient}`,
    kind,
    facts: factsFor(recipient, changed),
    now,
  })
  const reason = 'I am ill.\nSee you next week?'
  return [
    one('booked'),
    one('booked', before(5), {}, '-late'),
    one('moved', bookedAt, { from }),
    one('moved', plus(startsAt, minute), { from: shorter }, '-longer'),
    one('corrected'),
    one('cancelled', before(2000), { booking: cancelledBy('customer', reason) }, '-by-customer'),
    one('cancelled', before(2000), { booking: cancelledBy('expert', reason) }, '-by-expert'),
    one('cancelled', before(2000), { booking: cancelledBy('admin', reason) }, '-by-admin'),
    ...(recipient === 'customer'
      ? [
          one('proposed', bookedAt, { booking: propose(booking, proposal) }),
          one('proposed', bookedAt, { booking: offerMore(booking, 'expert', bookedAt) }, '-more'),
        ]
      : []),
    one('declined'),
    one('reminder', before(1440), {}, '-day'),
    one('reminder', before(60), {}, '-hour'),
    one('reminder', before(10), {}, '-minutes'),
    one('waiting', plus(startsAt, 2 * minute)),
    one('late', before(5), {
      booking: lateFor(recipient, { minutes: 10, word: 'The train stands.' }),
    }),
    one('late', before(5), { booking: lateFor(recipient, { word: 'Soon there' }) }, '-word'),
    one('late', before(5), {}, '-on-time'),
    ...(recipient === 'expert' ? [one('clash', bookedAt, { clash })] : []),
  ]
})

export function agendaFacts(sessions = 3): AgendaFacts {
  const { to, expert, links } = factsFor('expert')
  const at = (index: number): AgendaFacts['sessions'][number] => ({
    booking: {
      ...booking,
      startsAt: plus(startsAt, index * 90 * minute),
      endsAt: plus(startsAt, (index * 90 + 60) * minute),
      timeZone: index === 1 ? 'Europe/Lisbon' : booking.timeZone,
    },
    links,
  })
  const [first, ...others] = Array.from({ length: sessions }, (_, index) => at(index))
  return { to, expert, desk: `${origin}/desk`, sessions: [first ?? at(0), ...others] }
}
