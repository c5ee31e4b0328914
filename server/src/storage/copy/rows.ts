import type { Block } from '../../domain/blocks/block.ts'
import type { Report } from '../../domain/blocks/report.ts'
import type { CalendarSource } from '../../domain/calendars/source.ts'
import type { Application } from '../../domain/experts/application.ts'
import type { MailChoices } from '@expertconnect/contract/messages/shapes'
import type { Message } from '../../domain/messages/message.ts'
import type { Owed } from '../../domain/messages/owed.ts'
import type { AuditEntry } from '../../domain/people/audit.ts'
import type { Review } from '../../domain/reviews/review.ts'
import type { Feed } from '../../domain/calendars/feed.ts'
import type { CallEvent } from '../../domain/calls/call-event.ts'
import type { Note } from '../../domain/notes/note.ts'
import type { SlotRecord } from '../../domain/bookings/booking.ts'
import type { Synonym } from '../../domain/experts/search-synonyms.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Passkey } from '../../domain/people/passkey.ts'
import type { Person, Session } from '../../domain/people/person.ts'
import type { Answer } from '../port/bookings.ts'
import type { Category } from '../port/categories.ts'

interface CategoryRow extends Omit<Category, 'slug'> {
  /** The slug. */
  readonly id: string
  /** In the list of all, from 0. */
  readonly position: number
  /** `null`: those that it begins with. */
  readonly synonyms: readonly Synonym[] | null
}

/**
 * Whether the next free slot is due for a refresh is left behind: each engine counts that in a way of its own. Whoever
 * arrives is due, so that a slot that went stale on the way is found anew in the first seconds of the first server.
 */
interface ExpertRow extends Expert {
  readonly nextFreeUntil: Instant | null
}

interface PhotoRow {
  readonly id: string
  /** Base64. */
  readonly bytes: string
}

interface AnswerRow extends Answer {
  /** Claims are looked up within the expert, changes within the booking. */
  readonly scope: 'claim' | 'change'
  readonly key: string
}

interface BookingRow {
  readonly id: string
  readonly record: SlotRecord
  /** When its present version was written. Released holds are forgotten so long after it. */
  readonly changedAt: Instant
  /** An answer whose hold was forgotten is none of anybody's, and stays behind. */
  readonly answers: readonly AnswerRow[]
  /** Of which no message has been made yet. */
  readonly owed: readonly Owed[]
  readonly remindAt: Instant | null
}

/** `isOpen`: nothing was made of it yet. */
interface CallEventRow extends CallEvent {
  readonly isOpen: boolean
}

/** Its id is made of its booking and its side. */
interface NoteRow extends Note {
  readonly id: string
}

interface MailChoiceRow {
  /** The expert's. */
  readonly id: string
  readonly choices: MailChoices
  readonly agendaAt: Instant | null
}

/** What is settled once. */
interface InstallationRow {
  readonly id: string
  readonly value: string
}

/** Whoever is signed in stays so. Sign-ins that are under way end within minutes and stay behind. */
interface SessionRow extends Session {
  readonly tokenHash: string
}

interface UseRow {
  /** What is counted. */
  readonly id: string
  readonly count: number
  readonly endsAt: Instant
}

/** All that a store holds, by collection, in words that belong to no engine. What follows from it is left out: cells. */
export interface Rows {
  readonly categories: CategoryRow
  readonly photos: PhotoRow
  readonly experts: ExpertRow
  readonly reviews: Review
  readonly people: Person
  readonly sessions: SessionRow
  readonly passkeys: Passkey
  readonly bookings: BookingRow
  /** Without leases: whoever had one is gone. */
  readonly messages: Message
  readonly mailChoices: MailChoiceRow
  readonly uses: UseRow
  readonly installation: InstallationRow
  readonly applications: Application
  readonly audit: AuditEntry
  readonly blocks: Block
  readonly reports: Report
  readonly callEvents: CallEventRow
  readonly notes: NoteRow
  readonly calendarFeeds: Feed
  /** Without leases. Their addresses can be read with the same SECRET alone. */
  readonly calendarSources: CalendarSource
}

export type Collection = keyof Rows

/** Rows refer to those of earlier collections only. */
export const collections: readonly Collection[] = [
  'categories',
  'experts',
  'reviews',
  'people',
  'sessions',
  'passkeys',
  'bookings',
  'messages',
  'mailChoices',
  'uses',
  'installation',
  'photos',
  'applications',
  'audit',
  'blocks',
  'reports',
  'callEvents',
  'notes',
  'calendarFeeds',
  'calendarSources',
]

/** Engines keep the answers of a booking in orders of their own; the checksum needs one. */
export function inOrder<A extends Pick<AnswerRow, 'answeredAt' | 'scope' | 'key'>>(
  answers: readonly A[],
): A[] {
  const name = ({ scope, key }: A) => `${scope} ${key}`
  return answers.toSorted((a, b) => a.answeredAt - b.answeredAt || (name(a) < name(b) ? -1 : 1))
}
