import type { Synonym } from '../../../domain/experts/search-synonyms.ts'
import type { AuditKind } from '@expertconnect/contract/audit/shapes'
import type { Party } from '@expertconnect/contract/bookings/shapes'
import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { mongo } from 'mongoose'
import type {
  SlotRecord,
  ChangeKind,
  HeldRecord,
  MoreTime,
  Origin,
  Proposal,
  BookingRecord,
  Span,
} from '../../../domain/bookings/booking.ts'
import type { Feed, Said } from '../../../domain/calendars/feed.ts'
import type { Late } from '../../../domain/bookings/late.ts'
import type { Settlement } from '../../../domain/bookings/settlement.ts'
import type { Expert } from '../../../domain/experts/expert.ts'
import type { Block } from '../../../domain/blocks/block.ts'
import type { Report } from '../../../domain/blocks/report.ts'
import type { Review } from '../../../domain/reviews/review.ts'
import type { Application } from '../../../domain/experts/application.ts'
import type { Owed } from '../../../domain/messages/owed.ts'
import type { MailChoices } from '@expertconnect/contract/messages/shapes'
import type { Message, MessageOfBooking } from '../../../domain/messages/message.ts'
import type { AuditEntry } from '../../../domain/people/audit.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { Note } from '../../../domain/notes/note.ts'
import type { Passkey } from '../../../domain/people/passkey.ts'
import type { Person, Session } from '../../../domain/people/person.ts'
import type { Challenge } from '../../port/people.ts'
import type { Answer } from '../../port/bookings.ts'
import type { CalendarSource } from '../../../domain/calendars/source.ts'
import type { CallEvent } from '../../../domain/calls/call-event.ts'
import type { Absence, Signal } from '../../../domain/calls/seat.ts'

type FieldsOf<R> = Partial<Omit<R, 'id' | 'state' | keyof RecordFields>>

interface RecordFields extends Span {
  expertId: string
  version: number
  minutes: number
  createdAt: Instant
}

/** An answer to a key. Claims are looked up within the expert, changes within the booking. */
export interface StoredAnswer extends Answer {
  scope: 'claim' | 'change'
  key: string
}

/** What the last write did, so that the change stream can tell it without a lookup. */
export interface StoredChange {
  kind: ChangeKind
  from?: Span
}

/**
 * All of a record in one document: a command is one write, and one write is atomic. The fields of the domain's record
 * stand in it as they are; the others are for the engine.
 */
export interface BookingDoc
  extends
    RecordFields,
    Omit<FieldsOf<HeldRecord>, 'hourlyRate'>,
    Omit<FieldsOf<BookingRecord>, 'timeZone' | 'hourlyRate' | keyof Origin> {
  _id: string
  state: SlotRecord['state']
  timeZone?: string
  hourlyRate?: number | undefined
  cancelledAt?: Instant
  cancelReason?: string | undefined
  cancelledBy?: Party
  proposal?: Proposal | undefined
  moreTime?: MoreTime | undefined
  late?: Late | undefined
  settlement?: Settlement | undefined
  /** Held or booked: only then do its cells count. */
  active: boolean
  cells: number[]
  /** It has a network and no maker, and takes time. */
  unproved?: true
  emailKey?: string
  /** Whether a dispute waits for a decision, and since when there is one. */
  dispute?: 'open' | 'decided'
  disputedAt?: Instant
  releasedAt?: Instant
  /** When this version was written; documents of older versions lack it. */
  changedAt?: Instant
  claimKeys?: string[]
  answers: StoredAnswer[]
  /** Left out where nobody shall hear of it: what fills an empty store. */
  change?: StoredChange
  /** It took or freed time, and its expert's next free start has not been marked as due for that yet. */
  due?: true
  /** Of which no message has been made yet. */
  owed?: Owed[]
  /** Left out where nobody is to be reminded. */
  remindAt?: Instant
}

export interface ExpertDoc extends Omit<Expert, 'id'> {
  _id: string
  /** What searches compare: words and primary language tags. */
  words: string[]
  spoken: string[]
  soonest: number
  ratingRank: number
  /** The review that was written last, with its version: the change stream is filtered by it. */
  ratedBy?: string
  /** Written with every new schedule, because the change stream is filtered by it. */
  scheduleVersion: number
  nextFreeUntil: Instant | null
  refreshAt: number
  /** How often the next free start became due: tells one becoming due from the next. */
  dues: number
}

export interface ReviewDoc extends Omit<Review, 'id'> {
  _id: string
  hasText: boolean
  /** On the page of its expert, and counted. */
  shown: boolean
}

export interface CategoryDoc {
  _id: string
  name: string
  icon: string
  position: number
  /** Nothing until they are changed. */
  synonyms?: readonly Synonym[]
  /** Written by whoever comes into the category, so that it cannot be removed in the same moment. */
  comings?: number
}

/** An expert's picture. */
export interface PhotoDoc {
  _id: string
  bytes: Uint8Array | mongo.Binary
  /** How often it was chosen: written each time, so that it cannot be removed in the same moment. */
  chosen: number
}

export interface ApplicationDoc extends Omit<Application, 'id'> {
  _id: string
  emailKey: string
}

export interface AuditDoc extends Omit<AuditEntry, 'id'> {
  _id: string
  kind: AuditKind
}

export interface BlockDoc extends Omit<Block, 'id'> {
  _id: string
  /** Of an address that can still be read. */
  emailKey?: string
}

export interface ReportDoc extends Omit<Report, 'id'> {
  _id: string
}

/** How often something was done in a window of time. */
export interface UseDoc {
  _id: string
  count: number
  endsAt: Instant
}

export interface PersonDoc extends Omit<Person, 'id'> {
  _id: string
  emailKey: string
  /** Rises with every change of what they may do: tells one change from the next. */
  version: number
  /** Written to all administrators by whoever takes one away, so that no two do at once. */
  counted?: number
}

export interface SessionDoc extends Omit<Session, 'id'> {
  /** The session's id, because that is all that the change stream tells of a deletion. */
  _id: string
  tokenHash: string
  /** When it ends at the latest, whoever it belongs to: an administrator's ends sooner. */
  endsAt: Instant
}

export interface PasskeyDoc extends Omit<Passkey, 'id'> {
  _id: string
}

export interface ChallengeDoc extends Omit<Challenge, 'id'> {
  _id: string
  emailKey: string
}

/** One side of a call, always written whole, so that the change stream tells all there is to know. */
export interface SeatDoc {
  /** Of the booking and the role. */
  _id: string
  bookingId: string
  role: CallRole
  seat: string | null
  absence?: Absence
  since?: Instant
  version: number
  /** On which the seat was last taken. */
  server: string
  /** Forgotten a day later, by the server of the database. */
  until: Date
}

/** What happened in a call. `open` until something was made of it. */
export interface CallEventDoc extends Omit<CallEvent, 'id'> {
  _id: string
  open?: true
}

/** What one side keeps about a session for itself. */
export interface NoteDoc extends Note {
  /** Of the booking and the side. */
  _id: string
}

/** On its way to the servers, and forgotten a minute later. */
export interface SignalDoc extends Signal {
  _id: mongo.ObjectId
  at: Date
}

export interface MessageDoc extends Omit<MessageOfBooking, 'id' | 'kind' | 'about'> {
  _id: string
  kind: Message['kind']
  about: Message['about']
  bookingId?: string
  version?: number
  lease: string | null
  /** By the clock of the database. */
  leaseUntil: Date
}

/** Which mails an expert gets. */
export interface MailChoiceDoc {
  /** The expert's. */
  _id: string
  choices: MailChoices
  /** Left out where no agenda is wanted. */
  agendaAt?: Instant
}

/** Where calendars read somebody's sessions. */
export interface CalendarFeedDoc extends Omit<Feed, 'id' | 'readAt' | 'said'> {
  _id: string
  readAt?: Instant
  said?: Said
}

export interface CalendarSourceDoc extends Omit<CalendarSource, 'id' | 'kind' | 'receives'> {
  _id: string
  /** Left out by versions that knew files alone. */
  kind?: CalendarSource['kind']
  /** Left out by versions that wrote into none. */
  receives?: boolean
  lease: string | null
  /** By the clock of the database. */
  leaseUntil: Date
}

/** What is settled once. */
export interface InstallationDoc {
  _id: string
  value: string
}

/** A sign of life of a server that people sit on. */
export interface ServerDoc {
  _id: string
  /** Rises while it lives. Nobody compares clocks. */
  beat: number
  /** By the clock of the database, and only to be forgotten by. */
  seenAt: Date
}
