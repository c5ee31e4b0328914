import * as z from 'zod/mini'
import { cursor, pageSize } from '../paging.ts'
import { Id, Instant } from '../primitives.ts'
import { WallTime } from '../schedules/shapes.ts'

export const bookingMessageKinds = [
  'booked',
  'moved',
  'cancelled',
  'corrected',
  'proposed',
  'declined',
  'reminder',
  'waiting',
  /** One side says that it comes later, or in time after all. */
  'late',
  /** Another calendar of the expert’s is busy at its time. */
  'clash',
] as const
export type BookingMessageKind = (typeof bookingMessageKinds)[number]

export const personMessageKinds = [
  'invitation',
  'approval',
  'decline',
  'signed_in',
  'admin_made',
  'admin_removed',
  'address_changed',
  'passkey_added',
  'passkey_removed',
] as const
export type PersonMessageKind = (typeof personMessageKinds)[number]

/** What goes to an expert by itself. */
const expertMessageKinds = ['agenda'] as const

/** What an expert may do without. */
export const chosenKinds = ['booked', 'moved', 'cancelled', 'declined', 'reminder'] as const
export type ChosenKind = (typeof chosenKinds)[number]

/** Which mails an expert gets. */
export const MailChoices = z.object({
  unwanted: z.array(z.enum(chosenKinds)).check(z.maxLength(chosenKinds.length)),
  /** When the sessions of the day are sent, in the zone of the schedule; from noon on, those of the next day. */
  agendaAt: z.nullable(WallTime),
})
export type MailChoices = z.infer<typeof MailChoices>

/**
 * `waiting`: to be sent, or to be tried again. All others are final: `handed_over` to the server of mail, `refused` by it
 * for good or come back later as undeliverable, `expired` before it could be sent, `dropped` because it was no longer true
 * or not wanted, `parked` because every attempt broke.
 */
export const messageStates = [
  'waiting',
  'handed_over',
  'refused',
  'expired',
  'dropped',
  'parked',
] as const
export type MessageState = (typeof messageStates)[number]

/** Of the two of a booking, who reads it. */
export const recipients = ['customer', 'expert'] as const
export type Recipient = (typeof recipients)[number]

/** A mail about a booking, and what became of it. Nobody can say of a mail that it was read, or even delivered. */
export const BookingMessage = z.object({
  kind: z.enum(bookingMessageKinds),
  recipient: z.enum(recipients),
  state: z.enum(messageStates),
  /** When it was settled, or is to be sent. */
  at: Instant,
  /** What the server of mail said last; only to whoever the mail is for, and to administrators. */
  reply: z.optional(z.string()),
})
export type BookingMessage = z.infer<typeof BookingMessage>

export const BookingMessages = z.object({ items: z.array(BookingMessage) })

/** It says what is owed: longer than other ids. */
export const MessageId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_.-]{8,160}$/, 'Expected the id of a message'))

export const AdminMessage = z.object({
  id: MessageId,
  kind: z.enum([...bookingMessageKinds, ...personMessageKinds, ...expertMessageKinds]),
  state: z.enum(messageStates),
  /** Of messages about a booking. */
  booking: z.optional(z.object({ id: Id, recipient: z.enum(recipients) })),
  /** Of messages to a person: the address that they go to. */
  to: z.optional(z.string()),
  /** Of an agenda. */
  expertId: z.optional(Id),
  owedAt: Instant,
  dueAt: Instant,
  settledAt: z.optional(Instant),
  attempts: z.int(),
  reply: z.optional(z.string()),
  /** It failed, and may still be sent. */
  retryable: z.boolean(),
})
export type AdminMessage = z.infer<typeof AdminMessage>

export const messageShows = ['waiting', 'failed', 'all'] as const
export type MessageShow = (typeof messageShows)[number]

export const MessagesQuery = z.object({
  show: z.optional(z.enum(messageShows)),
  cursor,
  limit: z.optional(pageSize(100)),
})
export type MessagesQuery = z.infer<typeof MessagesQuery>

/** Whether mail goes out: `paused` since the server of mail could not be reached, seen from the server that answers. */
export const MailState = z.object({
  waiting: z.int(),
  failed: z.int(),
  paused: z.nullable(z.object({ since: Instant, until: Instant, reason: z.string() })),
})
export type MailState = z.infer<typeof MailState>

export const MessagesPage = z.object({
  items: z.array(AdminMessage),
  nextCursor: z.optional(z.string()),
  mail: MailState,
})
export type MessagesPage = z.infer<typeof MessagesPage>
