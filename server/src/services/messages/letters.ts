import type { Deps } from '../../base/deps.ts'
import type { BookingRecord } from '../../domain/bookings/booking.ts'
import type {
  AgendaMessage,
  MessageOfBooking,
  MessageToPerson,
} from '../../domain/messages/message.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { addDays, startOfDay } from '../../domain/time/wall-time.ts'
import { composeAgenda } from '../../mail/letters/agenda.ts'
import { approvalMail, declineMail, invitationMail } from '../../mail/letters/applications.ts'
import {
  addressChangedMail,
  adminMadeMail,
  adminRemovedMail,
  newBrowserMail,
  passkeyAddedMail,
  passkeyRemovedMail,
} from '../../mail/letters/security.ts'
import type { BookingFacts } from '../../mail/letters/booking-facts.ts'
import { composeBookingMail } from '../../mail/letters/booking-mail.ts'
import type { Mail } from '../../mail/mail.ts'
import { createBusySchedules } from '../calendars/busy-schedules.ts'
import { expertOf } from '../experts/find.ts'

/** More sessions than anybody has on a day. */
const agendaAtMost = 100

export type Letters = ReturnType<typeof createLetters>

/** Writes what is owed, as things are now: who reads it at which address, and by which links. */
export function createLetters(
  { storage, tokens, clock, sender, calendarDomain }: LetterDeps,
  publicUrl: () => string,
) {
  const schedules = createBusySchedules({ storage, clock })

  function linksOf(record: BookingRecord, recipient: BookingFacts['recipient']) {
    const [page, token] =
      recipient === 'customer'
        ? [`b/${record.id}`, tokens.forCustomer(record)]
        : [`desk/bookings/${record.id}`, tokens.forExpert(record)]
    return {
      join: `${publicUrl()}/b/${record.id}/call#${token}`,
      manage: `${publicUrl()}/${page}#${token}`,
      practice: `${publicUrl()}/practice`,
    }
  }

  return {
    toPerson({ kind, about, owedAt }: MessageToPerson): Mail {
      const { to, name, reason, at = owedAt, device = 'A browser', next = '' } = about
      const desk = `${publicUrl()}/desk`
      const account = `${publicUrl()}/account`
      switch (kind) {
        case 'invitation':
          return invitationMail(to, name, desk)
        case 'approval':
          return approvalMail(to, name, desk)
        case 'decline':
          return declineMail(to, name, reason)
        case 'signed_in':
          return newBrowserMail(to, at, device, account)
        case 'admin_made':
          return adminMadeMail(to, `${publicUrl()}/admin`)
        case 'admin_removed':
          return adminRemovedMail(to)
        case 'address_changed':
          return addressChangedMail(to, at, next)
        case 'passkey_added':
          return passkeyAddedMail(to, at, { name, device }, account)
        case 'passkey_removed':
          return passkeyRemovedMail(to, at, device, account)
      }
    },

    /** Null where nobody is this expert, or has a session on that day. */
    async agenda({ about: { expertId, date } }: AgendaMessage): Promise<Mail | null> {
      const expert = await expertOf(storage, expertId)
      const zone = expert.schedule.timeZone
      const from = startOfDay(zone, date)
      const to = startOfDay(zone, addDays(date, 1))
      const [address, found] = await Promise.all([
        storage.experts.emailOf(expertId),
        storage.bookings.listOfExpert({ expertId, chosen: { from, to }, limit: agendaAtMost }),
      ])
      const [first, ...others] = found.items
        .filter(({ state, startsAt }) => state === 'booked' && startsAt >= from)
        .map((booking) => ({ booking, links: linksOf(booking, 'expert') }))
      if (address === null || !first) return null
      return composeAgenda({
        to: address,
        expert: factsOf(expert),
        sessions: [first, ...others],
        desk: `${publicUrl()}/desk`,
      })
    },

    /** Null where its reader has no address, being an expert whom nobody is, and where nothing clashes any more. */
    async aboutBooking(
      { kind, about: { recipient, from }, owedAt }: MessageOfBooking,
      booking: BookingRecord,
    ): Promise<Mail | null> {
      const expert = await expertOf(storage, booking.expertId)
      const to =
        recipient === 'customer'
          ? booking.customer.email
          : await storage.experts.emailOf(booking.expertId)
      const clash = kind === 'clash' ? await schedules.clashOf(booking) : null
      if (to === null || (kind === 'clash' && !clash)) return null
      const facts: BookingFacts = {
        recipient,
        to,
        booking,
        expert: factsOf(expert),
        links: linksOf(booking, recipient),
        ...(from ? { from } : {}),
        ...(clash ? { clash } : {}),
        organizer: sender(),
        calendarDomain,
        revisedAt: owedAt,
      }
      return composeBookingMail(kind, facts, clock())
    },
  }
}

function factsOf({ name, headline, schedule }: Expert): BookingFacts['expert'] {
  return { name, headline, timeZone: schedule.timeZone }
}

type LetterDeps = Pick<Deps, 'storage' | 'tokens' | 'clock' | 'sender' | 'calendarDomain'>
