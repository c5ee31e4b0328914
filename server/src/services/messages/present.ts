import type { AdminMessage, BookingMessage } from '@expertconnect/contract/messages/shapes'
import { failedStates, type MessageOfBooking, type Message } from '../../domain/messages/message.ts'
import { formatInstant, type Instant } from '../../domain/time/instant.ts'
import type { Parties } from '../bookings/parties.ts'

/** What a server of mail replies often repeats the address: it is for whoever has that, and for administrators. */
export function presentBookingMessage(
  { kind, about, state, dueAt, settledAt, reply }: MessageOfBooking,
  parties: Parties,
): BookingMessage {
  const maySeeReply = parties.includes('admin') || parties.includes(about.recipient)
  return {
    kind,
    recipient: about.recipient,
    state,
    at: formatInstant(settledAt ?? dueAt),
    ...(reply !== null && maySeeReply ? { reply } : {}),
  }
}

export function presentAdminMessage(message: Message, now: Instant): AdminMessage {
  const { id, kind, about, state, owedAt, dueAt, settledAt, attempts, reply, expiresAt } = message
  return {
    id,
    kind,
    state,
    ...subjectOf(about),
    owedAt: formatInstant(owedAt),
    dueAt: formatInstant(dueAt),
    ...(settledAt === null ? {} : { settledAt: formatInstant(settledAt) }),
    attempts,
    ...(reply === null ? {} : { reply }),
    retryable: failedStates.includes(state) && expiresAt > now,
  }
}

function subjectOf(about: Message['about']): Pick<AdminMessage, 'booking' | 'to' | 'expertId'> {
  switch (about.of) {
    case 'booking':
      return { booking: { id: about.bookingId, recipient: about.recipient } }
    case 'person':
      return { to: about.to }
    case 'day':
      return { expertId: about.expertId }
  }
}
