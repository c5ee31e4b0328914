import type { BookingMessageKind } from '@expertconnect/contract/messages/shapes'
import type { Instant } from '../../domain/time/instant.ts'
import { inviteOf } from '../calendar/entry.ts'
import type { Letter } from '../letter/blocks.ts'
import { writeMail } from '../letter/write-mail.ts'
import type { Invite, Mail } from '../mail.ts'
import type { BookingFacts } from './booking-facts.ts'
import { cancelled } from './cancelled.ts'
import { clashing } from './clashing.ts'
import { booked, corrected, moved } from './confirmations.ts'
import { late } from './late.ts'
import { declined, proposed } from './proposals.ts'
import { reminder, waiting } from './reminders.ts'

interface Kind {
  readonly letter: (facts: BookingFacts, now: Instant) => Letter
  /** Whether it changes what stands in a calendar. */
  readonly invites: boolean
}

const kinds = {
  booked: { letter: booked, invites: true },
  moved: { letter: moved, invites: true },
  corrected: { letter: corrected, invites: true },
  cancelled: { letter: cancelled, invites: true },
  proposed: { letter: proposed, invites: false },
  declined: { letter: declined, invites: false },
  reminder: { letter: reminder, invites: false },
  waiting: { letter: waiting, invites: false },
  late: { letter: late, invites: false },
  clash: { letter: clashing, invites: false },
} as const satisfies Record<BookingMessageKind, Kind>

/**
 * The mail that tells one side of a booking what became of it, as of `now`. Throws where the booking is not what the kind
 * says, and where an address or a link is none: a fault of the caller.
 */
export function composeBookingMail(
  kind: BookingMessageKind,
  facts: BookingFacts,
  now: Instant,
): Mail {
  const { letter, invites } = kinds[kind]
  if (kind !== 'cancelled' && facts.booking.state === 'cancelled') {
    throw new Error(`Booking ${facts.booking.id} is cancelled: nothing else is told of it`)
  }
  return writeMail(facts.to, letter(facts, now), invites ? invitedBy(facts) : undefined)
}

function invitedBy(facts: BookingFacts): Invite {
  const { recipient, to, booking, expert, links, organizer, calendarDomain, revisedAt } = facts
  const page = new URL(links.manage)
  // Calendars are shared and synchronised: the token of the recipient does not go into one.
  page.hash = ''
  return inviteOf(
    { booking, calendarDomain, stamp: revisedAt, reader: recipient, expert, page: page.href },
    {
      name: recipient === 'customer' ? booking.customer.name : expert.name,
      email: to,
      organizer,
    },
  )
}
