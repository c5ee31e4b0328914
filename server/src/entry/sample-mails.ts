import type { BookedRecord } from '../domain/bookings/booking.ts'
import { sayLate } from '../domain/bookings/late.ts'
import { cancel, propose } from '../domain/bookings/transitions.ts'
import { day, hour, type Instant, instantOf, minute, plus } from '../domain/time/instant.ts'
import { composeAgenda } from '../mail/letters/agenda.ts'
import { approvalMail, declineMail, invitationMail } from '../mail/letters/applications.ts'
import { confirmAddressMail, newAddressMail } from '../mail/letters/addresses.ts'
import type { BookingFacts } from '../mail/letters/booking-facts.ts'
import { composeBookingMail } from '../mail/letters/booking-mail.ts'
import { linkAgainMail } from '../mail/letters/link-again.ts'
import {
  addressChangedMail,
  adminMadeMail,
  adminRemovedMail,
  newBrowserMail,
  passkeyAddedMail,
  passkeyRemovedMail,
} from '../mail/letters/security.ts'
import { signInMail } from '../mail/letters/sign-in.ts'
import type { Mail } from '../mail/mail.ts'
import { testMail } from '../mail/test-mail.ts'

const site = 'https://experts.example'
const customer = { name: 'Grace Hopper', email: 'grace@experts.example', phone: '+1 202 555 0101' }

/** One of each kind, all to `to`, about a session of two people who are made up. Their links lead nowhere. */
export function sampleMails(to: string, organizer: string, now: Instant): readonly Mail[] {
  const startsAt = instantOf(Math.ceil((now + 2 * day) / hour) * hour)
  const booking: BookedRecord = {
    state: 'booked',
    id: `sample-${now}`,
    expertId: 'sample-expert',
    version: 1,
    minutes: 60,
    createdAt: now,
    bookedAt: now,
    startsAt,
    endsAt: plus(startsAt, hour),
    until: plus(startsAt, hour),
    customer,
    topic: 'A compiler that nobody believes in',
    timeZone: 'America/New_York',
    hourlyRate: 9000,
    currency: 'USD',
    tokenVersion: 1,
    cancellationMinutes: 1440,
  }
  const facts = (recipient: BookingFacts['recipient']): BookingFacts => ({
    recipient,
    to,
    booking,
    expert: {
      name: 'Ada Lovelace',
      headline: 'Engines that weave numbers',
      timeZone: 'Europe/London',
    },
    links: {
      join: `${site}/b/${booking.id}/call#sample`,
      manage: `${site}/b/${booking.id}#sample`,
      practice: `${site}/practice`,
    },
    organizer,
    calendarDomain: 'experts.example',
    revisedAt: now,
  })
  const from = { startsAt: plus(startsAt, -day), endsAt: plus(startsAt, hour - day) }
  const later = { startsAt: plus(startsAt, day), endsAt: plus(startsAt, day + hour), minutes: 60 }
  const proposed = propose(booking, { ...later, note: 'I have to be in court.', proposedAt: now })
  const saidLate = sayLate(booking, 'customer', { minutes: 10, word: 'Traffic', at: now })
  const cancelled = cancel(booking, 'I am ill', now, 'expert')
  const ofBoth = (['customer', 'expert'] as const).flatMap((recipient) => {
    const mine = facts(recipient)
    return [
      composeBookingMail('booked', mine, now),
      composeBookingMail('moved', { ...mine, from }, now),
      composeBookingMail('reminder', mine, plus(startsAt, -10 * minute)),
      composeBookingMail('cancelled', { ...mine, booking: cancelled }, now),
    ]
  })
  const [mine, theirs] = [facts('customer'), facts('expert')]
  return [
    testMail(to),
    ...ofBoth,
    composeBookingMail('corrected', mine, now),
    composeBookingMail('proposed', { ...mine, booking: proposed }, now),
    composeBookingMail('declined', theirs, now),
    composeBookingMail('late', { ...theirs, booking: saidLate }, plus(startsAt, -5 * minute)),
    composeBookingMail(
      'clash',
      { ...theirs, clash: { calendar: 'Work', from: startsAt, to: plus(startsAt, hour) } },
      now,
    ),
    composeAgenda({
      ...theirs,
      sessions: [{ booking, links: theirs.links }],
      desk: `${site}/desk`,
    }),
    linkAgainMail({ ...booking, customer: { ...customer, email: to } }, 'Ada Lovelace', {
      href: mine.links.manage,
      days: 90,
    }),
    invitationMail(to, 'Ada Lovelace', `${site}/desk`),
    approvalMail(to, 'Ada Lovelace', `${site}/desk`),
    declineMail(to, 'Ada Lovelace', 'We have three of them.'),
    signInMail({ to, code: '12345678', link: `${site}/sign-in#sample`, kept: null }),
    confirmAddressMail(to, '12345678', 'ada@experts.example'),
    newAddressMail(to, '12345678'),
    addressChangedMail(to, now, 'ada@experts.example'),
    newBrowserMail(to, now, 'Firefox on Linux', `${site}/account`),
    passkeyAddedMail(to, now, { name: 'My phone', device: 'Firefox on Linux' }, `${site}/account`),
    passkeyRemovedMail(to, now, 'Firefox on Linux', `${site}/account`),
    adminMadeMail(to, `${site}/admin`),
    adminRemovedMail(to),
  ]
}
