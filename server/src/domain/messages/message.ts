import type {
  BookingMessageKind,
  MessageState,
  PersonMessageKind,
  Recipient,
} from '@expertconnect/contract/messages/shapes'
import type { BookedRecord, BookingRecord, Times } from '../bookings/booking.ts'
import { emailKey } from '../people/person.ts'
import { day, hour, type Instant, minute, plus } from '../time/instant.ts'

/** What a message about a booking was owed for. All else is read anew just before it is sent. */
export interface AboutBooking {
  readonly of: 'booking'
  readonly bookingId: string
  readonly recipient: Recipient
  /** The version of the booking that it tells of. */
  readonly version: number
  readonly startsAt: Instant
  /** Of `moved`: the time before. */
  readonly from?: Times | undefined
}

/** To somebody by their address, who need not be a person here yet. */
export interface AboutPerson {
  readonly of: 'person'
  readonly to: string
  readonly name: string
  readonly reason?: string | undefined
  /** When it happened, and in which browser. */
  readonly at?: Instant | undefined
  readonly device?: string | undefined
  /** The address that they have now. */
  readonly next?: string | undefined
}

/** The sessions of a day of theirs, on the calendar of their zone. */
export interface AboutDay {
  readonly of: 'day'
  readonly expertId: string
  readonly date: string
}

/** By it whoever gets a mail twice can tell: it is fixed before the first attempt. */
export interface Stamp {
  /** Message-ID (RFC 5322), with its angle brackets. */
  readonly messageId: string
  readonly date: Instant
}

interface MessageBase {
  /** Says what is owed, so that nothing is owed twice. */
  readonly id: string
  /** Those of one line go out one after the other. */
  readonly line: string
  readonly owedAt: Instant
  /** Not to be sent before. */
  readonly dueAt: Instant
  /** Pointless from then on. */
  readonly expiresAt: Instant
  readonly state: MessageState
  /** How often it was refused for the moment. */
  readonly attempts: number
  /** How often it was begun, and nobody knows how that ended. */
  readonly crashes: number
  readonly stamp: Stamp | null
  /** What the server of mail said last. */
  readonly reply: string | null
  readonly settledAt: Instant | null
}

export interface MessageOfBooking extends MessageBase {
  readonly kind: BookingMessageKind
  readonly about: AboutBooking
}

export interface MessageToPerson extends MessageBase {
  readonly kind: PersonMessageKind
  readonly about: AboutPerson
}

export interface AgendaMessage extends MessageBase {
  readonly kind: 'agenda'
  readonly about: AboutDay
}

/** A mail that is owed to somebody at some time. */
export type Message = MessageOfBooking | MessageToPerson | AgendaMessage

export function isOfBooking(message: Message): message is MessageOfBooking {
  return message.about.of === 'booking'
}

/** As servers of mail do with what was refused for the moment, until it is pointless (RFC 5321, 4.5.4.1). */
const pauses = [1, 5, 15, 30].map((minutes) => minutes * minute)
/** So many attempts may break with an unknown end before somebody has to look. */
const crashesAtMost = 10
/** Cancellations, and what has no session to be in time for. RFC 5321 gives up after four to five days. */
const keptTrying = 4 * day

export function bookingMessage(
  about: Omit<AboutBooking, 'of'>,
  kind: BookingMessageKind,
  times: { readonly owedAt: Instant; readonly dueAt: Instant; readonly expiresAt: Instant },
): MessageOfBooking {
  const { bookingId, recipient, version, startsAt } = about
  return {
    id: `${bookingId}.${recipient}.${kind}.${whatOf(kind, version, startsAt, times.dueAt)}`,
    kind,
    about: { of: 'booking', ...about },
    line: lineOf(bookingId, recipient),
    ...times,
    ...unsent,
  }
}

/** A start can come back by two moves; a version cannot. Of what is about a start there is one for it, however often it is owed. */
function whatOf(
  kind: BookingMessageKind,
  version: number,
  startsAt: Instant,
  dueAt: Instant,
): string {
  if (kind === 'reminder') return `${startsAt}-${(startsAt - dueAt) / minute}`
  return kind === 'waiting' ? `${startsAt}` : `${version}`
}

/** So long nobody is told that they are waited for: they may be about to come. */
const patience = minute

/** To the side that is not there, from when the session has begun. */
export function waitingMessage(
  { id: bookingId, version, startsAt, endsAt }: BookingRecord,
  recipient: Recipient,
  now: Instant,
): Message {
  const dueAt = plus(now > startsAt ? now : startsAt, patience)
  const about = { bookingId, recipient, version, startsAt }
  return bookingMessage(about, 'waiting', { owedAt: now, dueAt, expiresAt: endsAt })
}

/** The confirmation, for whoever has not got it or has lost it. */
export function confirmationAgain(
  { id: bookingId, version, startsAt, endsAt }: BookedRecord,
  name: string,
  now: Instant,
): Message {
  const about = { bookingId, recipient: 'customer', version, startsAt } as const
  const times = { owedAt: now, dueAt: now, expiresAt: endsAt }
  const message = bookingMessage(about, 'booked', times)
  return { ...message, id: `${message.id}.${name}` }
}

export function lineOf(bookingId: string, recipient: Recipient): string {
  return `${bookingId}.${recipient}`
}

/** `id` is that of what it tells of: the expert, or the application. */
export function personMessage(
  id: string,
  kind: PersonMessageKind,
  about: Omit<AboutPerson, 'of'>,
  owedAt: Instant,
): MessageToPerson {
  return {
    id: `${id}.${kind}`,
    kind,
    about: { of: 'person', ...about },
    line: addressLine(about.to),
    owedAt,
    dueAt: owedAt,
    expiresAt: plus(owedAt, keptTrying),
    ...unsent,
  }
}

/** What is stored with a change of a role: the entry, and the mail to whose role it is. */
export function besideRole(id: string, isAdmin: boolean, at: Instant, by: string) {
  const action = isAdmin ? ('admin_made' as const) : ('admin_removed' as const)
  return {
    audit: { id, at, by, action },
    tell: ({ email }: { readonly email: string }) =>
      personMessage(id, action, { to: email, name: '' }, at),
  }
}

export function agendaMessage(expertId: string, date: string, dueAt: Instant): AgendaMessage {
  return {
    id: `${expertId}.agenda.${date}`,
    kind: 'agenda',
    about: { of: 'day', expertId, date },
    line: `${expertId}.agenda`,
    owedAt: dueAt,
    dueAt,
    // By then the day that it tells of is half over.
    expiresAt: plus(dueAt, 12 * hour),
    ...unsent,
  }
}

/** Of all that goes to an address, whatever its case. */
export function addressLine(email: string): string {
  return `address ${emailKey(email)}`
}

const unsent = {
  state: 'waiting',
  attempts: 0,
  crashes: 0,
  stamp: null,
  reply: null,
  settledAt: null,
} as const

/** When it is to be tried again after it was refused for the moment; null where that would be too late. */
export function nextAttempt(
  { attempts, expiresAt }: Pick<Message, 'attempts' | 'expiresAt'>,
  now: Instant,
): Instant | null {
  const at = plus(now, pauses[Math.min(attempts, pauses.length - 1)] ?? hour)
  return at < expiresAt ? at : null
}

/** Somebody has to look at it: whoever tried to send it broke too often. */
export function isPoisoned({ crashes }: Pick<Message, 'crashes'>): boolean {
  return crashes >= crashesAtMost
}

/** What somebody may want to look at: its reader was not told. */
export const failedStates: readonly MessageState[] = ['refused', 'expired', 'parked']

/** A change is worth telling while its session can still be met, a cancellation for longer. */
export function changeExpiresAt(
  kind: BookingMessageKind,
  owedAt: Instant,
  endsAt: Instant,
): Instant {
  if (kind !== 'cancelled') return endsAt
  const atLast = plus(owedAt, keptTrying)
  return atLast > endsAt ? atLast : endsAt
}
