import { otherRole } from '@expertconnect/contract/calls/other-role'
import { callRoles } from '@expertconnect/contract/calls/shapes'
import type { Party } from '@expertconnect/contract/bookings/shapes'
import type { BookingMessageKind, Recipient } from '@expertconnect/contract/messages/shapes'
import {
  isBooking,
  sameTime,
  type BookingRecord,
  type SlotRecord,
  type Times,
} from '../bookings/booking.ts'
import { roomOpensAt } from '../calls/room.ts'
import { day, hour, type Instant, minute, plus } from '../time/instant.ts'
import { bookingMessage, changeExpiresAt, type Message, type MessageOfBooking } from './message.ts'

/** What a change of a booking owes somebody. It is stored with the change itself, and made a message of afterwards. */
export interface Owed {
  readonly kind: BookingMessageKind
  readonly recipient: Recipient
  readonly version: number
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly at: Instant
  readonly from?: Times | undefined
}

/** So long before the start. */
const leads = [day, hour, 10 * minute]

/** The next reminder of a start that comes after `now`; null where there is none. */
export function nextReminder(startsAt: Instant, now: Instant): Instant | null {
  return leads.map((lead) => plus(startsAt, -lead)).find((at) => at > now) ?? null
}

/** What is to be stored beside a change: `remindAt` is left out where the reminders stay as they are. */
export interface Telling {
  readonly owed: readonly Owed[]
  readonly remindAt?: Instant | null
}

/** Whom a change must be told, and when next to remind of the booking. `by`: who made the change. */
export function tellingOf(
  before: SlotRecord | null,
  next: SlotRecord,
  at: Instant,
  by?: Party,
): Telling {
  if (!isBooking(next)) return { owed: [] }
  const owe = (kind: BookingMessageKind, ...recipients: Recipient[]): Owed[] => {
    const { version, startsAt, endsAt } = next
    return recipients.map((recipient) => ({ kind, recipient, version, startsAt, endsAt, at }))
  }
  if (!isBooking(before)) {
    return { owed: owe('booked', 'customer', 'expert'), remindAt: nextReminder(next.startsAt, at) }
  }
  if (next.state === 'cancelled') {
    const isNews = before.state === 'booked'
    return { owed: isNews ? owe('cancelled', 'customer', 'expert') : [], remindAt: null }
  }
  if (!sameTime(before, next)) {
    const from = { startsAt: before.startsAt, endsAt: before.endsAt }
    const owed = owe('moved', 'customer', 'expert').map((each) => ({ ...each, from }))
    return { owed, remindAt: nextReminder(next.startsAt, at) }
  }
  return { owed: owedInPlace(before, next, at, by).flatMap(([kind, to]) => owe(kind, to)) }
}

function owedInPlace(
  before: BookingRecord,
  next: BookingRecord,
  at: Instant,
  by: Party | undefined,
): (readonly [BookingMessageKind, Recipient])[] {
  // Whose session is over needs no new link to it.
  if (next.state !== 'booked' || next.endsAt <= at) return []
  if (before.tokenVersion !== next.tokenVersion) return [['corrected', 'customer']]
  const saidBefore = before.state === 'booked' ? before.late : undefined
  for (const side of callRoles) {
    if (saidBefore?.[side]?.at !== next.late?.[side]?.at) return [['late', otherRole(side)]]
  }
  const asked = before.state === 'booked' ? before.proposal : undefined
  const asks = next.proposal
  const offer = before.state === 'booked' ? before.moreTime : undefined
  // While the room is open both have it before their eyes.
  if (offer?.offeredAt !== next.moreTime?.offeredAt && at < roomOpensAt(next)) {
    if (next.moreTime?.by === 'expert') return [['proposed', 'customer']]
    if (offer?.by === 'expert' && !asks && by === 'customer') return [['declined', 'expert']]
  }
  if (asks && asks.proposedAt !== asked?.proposedAt) return [['proposed', 'customer']]
  return asked && !asks && by === 'customer' ? [['declined', 'expert']] : []
}

/** What is owed for changes, as the messages that will be made of it. */
export function messagesOfChanges(bookingId: string, owed: readonly Owed[]): MessageOfBooking[] {
  return owed.map(({ kind, endsAt, at, ...about }) =>
    bookingMessage({ bookingId, ...about }, kind, {
      owedAt: at,
      dueAt: at,
      expiresAt: changeExpiresAt(kind, at, endsAt),
    }),
  )
}

/**
 * Makes messages of what is owed, and of the reminder whose time has come. Of several whose times have come meanwhile
 * only the last is worth sending. Answers with them when next to remind.
 */
export function messagesOf(
  record: SlotRecord,
  owed: readonly Owed[],
  remindAt: Instant | null,
  now: Instant,
): { readonly messages: readonly Message[]; readonly remindAt: Instant | null } {
  const changes = messagesOfChanges(record.id, owed)
  if (record.state !== 'booked') return { messages: changes, remindAt: null }
  if (remindAt === null || remindAt > now) return { messages: changes, remindAt }
  return {
    messages: [...changes, ...remindersOf(record, now)],
    remindAt: nextReminder(record.startsAt, now),
  }
}

function remindersOf({ id, version, startsAt }: BookingRecord, now: Instant): Message[] {
  const dueAt = leads.map((lead) => plus(startsAt, -lead)).findLast((at) => at <= now)
  if (dueAt === undefined || now >= startsAt) return []
  const times = { owedAt: now, dueAt, expiresAt: nextReminder(startsAt, now) ?? startsAt }
  return (['customer', 'expert'] as const).map((recipient) =>
    bookingMessage({ bookingId: id, recipient, version, startsAt }, 'reminder', times),
  )
}
