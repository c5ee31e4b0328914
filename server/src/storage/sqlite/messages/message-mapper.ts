import type { Message } from '../../../domain/messages/message.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { SqlValue } from '../engine/driver.ts'

export interface MessageRow {
  readonly id: string
  readonly kind: Message['kind']
  readonly about: string
  readonly line: string
  readonly booking_id: string | null
  readonly version: number | null
  readonly owed_at: Instant
  readonly due_at: Instant
  readonly expires_at: Instant
  readonly state: Message['state']
  readonly attempts: number
  readonly crashes: number
  readonly message_id: string | null
  readonly dated: Instant | null
  readonly reply: string | null
  readonly settled_at: Instant | null
}

const columns: Record<keyof MessageRow, (message: Message) => SqlValue> = {
  id: ({ id }) => id,
  kind: ({ kind }) => kind,
  about: ({ about }) => JSON.stringify(about),
  line: ({ line }) => line,
  booking_id: ({ about }) => (about.of === 'booking' ? about.bookingId : null),
  version: ({ about }) => (about.of === 'booking' ? about.version : null),
  owed_at: ({ owedAt }) => owedAt,
  due_at: ({ dueAt }) => dueAt,
  expires_at: ({ expiresAt }) => expiresAt,
  state: ({ state }) => state,
  attempts: ({ attempts }) => attempts,
  crashes: ({ crashes }) => crashes,
  message_id: ({ stamp }) => stamp?.messageId ?? null,
  dated: ({ stamp }) => stamp?.date ?? null,
  reply: ({ reply }) => reply,
  settled_at: ({ settledAt }) => settledAt,
}

export const messageColumns = Object.keys(columns)
const readers = Object.values(columns)

/** In the order of `messageColumns`. */
export function valuesOf(message: Message): SqlValue[] {
  return readers.map((read) => read(message))
}

export function messageOf(row: MessageRow): Message {
  const { id, kind, line, state, attempts, crashes, reply, message_id: messageId, dated } = row
  const message = {
    id,
    kind,
    about: JSON.parse(row.about) as Message['about'],
    line,
    owedAt: row.owed_at,
    dueAt: row.due_at,
    expiresAt: row.expires_at,
    state,
    attempts,
    crashes,
    stamp: messageId === null || dated === null ? null : { messageId, date: dated },
    reply,
    settledAt: row.settled_at,
  }
  // Kind and what it is about were stored together.
  return message as Message
}
