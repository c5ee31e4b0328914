import { type Connection, Schema, type SchemaDefinition } from 'mongoose'
import type {
  ApplicationDoc,
  AuditDoc,
  BlockDoc,
  BookingDoc,
  CalendarFeedDoc,
  CalendarSourceDoc,
  CallEventDoc,
  CategoryDoc,
  ChallengeDoc,
  ExpertDoc,
  InstallationDoc,
  MailChoiceDoc,
  MessageDoc,
  NoteDoc,
  PasskeyDoc,
  PersonDoc,
  PhotoDoc,
  ReportDoc,
  ReviewDoc,
  SeatDoc,
  ServerDoc,
  SessionDoc,
  SignalDoc,
  UseDoc,
} from './documents.ts'
import { callEventKinds } from '../../../domain/calls/call-event.ts'
import { booking } from './booking-schema.ts'
import { calendarFeed, calendarSource } from './calendar-fields.ts'
import {
  anyText,
  date,
  number,
  optionalNumber,
  optionalText,
  text,
  texts,
  whole,
} from './fields.ts'
import { challenge, passkey, person, session } from './people-fields.ts'

const expert: SchemaDefinition<ExpertDoc> = {
  _id: text,
  version: { ...number, min: 1 },
  listed: { type: Boolean, required: true },
  slug: text,
  name: text,
  headline: anyText,
  bio: anyText,
  bring: texts,
  category: { type: new Schema({ slug: text, name: text }, { _id: false }), required: true },
  skills: texts,
  languages: texts,
  hourlyRate: { ...number, min: 0 },
  photoUrl: { type: String, default: null },
  meetingUrl: { type: String, default: null },
  rating: { type: new Schema({ average: number, count: number }, { _id: false }), required: true },
  nextFreeAt: { type: Number, default: null },
  nextFreeUntil: { type: Number, default: null },
  schedule: whole,
  scheduleVersion: number,
  words: texts,
  spoken: texts,
  soonest: number,
  ratingRank: number,
  ratedBy: optionalText,
  refreshAt: number,
  dues: number,
}

const message: SchemaDefinition<MessageDoc> = {
  _id: text,
  kind: text,
  about: whole,
  line: text,
  bookingId: optionalText,
  version: optionalNumber,
  owedAt: number,
  dueAt: number,
  expiresAt: number,
  state: {
    ...text,
    enum: ['waiting', 'handed_over', 'refused', 'expired', 'dropped', 'parked'],
  },
  attempts: number,
  crashes: number,
  lease: { type: String, default: null },
  leaseUntil: date,
  stamp: { type: Schema.Types.Mixed, default: null },
  reply: { type: String, default: null },
  settledAt: { type: Number, default: null },
}

const review: SchemaDefinition<ReviewDoc> = {
  _id: text,
  expertId: text,
  bookingId: optionalText,
  version: number,
  rating: { ...number, min: 1, max: 5 },
  text: { type: String },
  hasText: { type: Boolean, required: true },
  shown: { type: Boolean, required: true },
  author: text,
  writtenAt: number,
  editedAt: optionalNumber,
  answer: { type: new Schema({ text, writtenAt: number }, { _id: false }) },
  hidden: { type: new Schema({ reason: text, at: number, by: text }, { _id: false }) },
  report: { type: new Schema({ reason: text, at: number, count: number }, { _id: false }) },
}

const category: SchemaDefinition<CategoryDoc> = {
  _id: text,
  name: text,
  icon: text,
  position: number,
  synonyms: { type: [Schema.Types.Mixed], default: undefined },
  comings: optionalNumber,
}

const photo: SchemaDefinition<PhotoDoc> = {
  _id: text,
  bytes: whole,
  chosen: number,
}

const application: SchemaDefinition<ApplicationDoc> = {
  _id: text,
  email: text,
  emailKey: text,
  proved: { type: Boolean },
  name: text,
  headline: text,
  category: text,
  bio: text,
  state: { ...text, enum: ['waiting', 'approved', 'declined'] },
  sentAt: number,
  decidedAt: optionalNumber,
  reason: optionalText,
}

const audit: SchemaDefinition<AuditDoc> = {
  _id: text,
  at: number,
  by: text,
  action: text,
  subject: { type: new Schema({ id: text, name: anyText }, { _id: false }), required: true },
  detail: optionalText,
  device: optionalText,
  network: optionalText,
  kind: text,
}

const block: SchemaDefinition<BlockDoc> = {
  _id: text,
  kind: { ...text, enum: ['address', 'domain', 'network'] },
  key: text,
  expertId: { type: String, default: null },
  value: optionalText,
  emailKey: optionalText,
  bookingId: text,
  startsAt: number,
  name: optionalText,
  note: optionalText,
  madeAt: number,
  by: text,
}

const report: SchemaDefinition<ReportDoc> = {
  _id: text,
  bookingId: text,
  state: { ...text, enum: ['open', 'settled', 'dismissed'] },
  reason: text,
  reportedAt: number,
  by: text,
  decidedAt: optionalNumber,
  decidedBy: optionalText,
  word: optionalText,
}

const use: SchemaDefinition<UseDoc> = { _id: text, count: number, endsAt: number }

const seat: SchemaDefinition<SeatDoc> = {
  _id: text,
  bookingId: text,
  role: { ...text, enum: ['customer', 'expert'] },
  seat: { type: String, default: null },
  absence: optionalText,
  since: optionalNumber,
  version: { ...number, min: 1 },
  server: text,
  until: date,
}

const callEvent: SchemaDefinition<CallEventDoc> = {
  _id: text,
  bookingId: text,
  role: { ...text, enum: ['customer', 'expert'] },
  kind: { ...text, enum: callEventKinds },
  seat: text,
  at: number,
  server: text,
  open: { type: Boolean },
}

const note: SchemaDefinition<NoteDoc> = {
  _id: text,
  bookingId: text,
  side: { ...text, enum: ['customer', 'expert'] },
  expertId: text,
  version: { ...number, min: 1 },
  text: anyText,
  savedAt: number,
}

const signal: SchemaDefinition<SignalDoc> = {
  _id: { type: Schema.Types.ObjectId, required: true },
  bookingId: text,
  from: text,
  to: text,
  body: anyText,
  at: date,
}

const server: SchemaDefinition<ServerDoc> = { _id: text, beat: number, seenAt: date }

export type Models = ReturnType<typeof createModels>

/** Indexes are not in the schemas: `indexes.ts` makes them on purpose and reads them back. */
export function createModels(connection: Connection) {
  const options = {
    autoIndex: false,
    autoCreate: false,
    id: false,
    versionKey: false,
    // An empty object is a value: no exceptions to the weekly hours, for example.
    minimize: false,
    strict: 'throw',
  } as const
  const schema = <T>(definition: SchemaDefinition<T>, collection: string) =>
    new Schema<T>(definition, { ...options, collection })
  return {
    bookings: connection.model('Booking', schema<BookingDoc>(booking, 'bookings')),
    experts: connection.model('Expert', schema<ExpertDoc>(expert, 'experts')),
    reviews: connection.model('Review', schema<ReviewDoc>(review, 'reviews')),
    categories: connection.model('Category', schema<CategoryDoc>(category, 'categories')),
    photos: connection.model('Photo', schema<PhotoDoc>(photo, 'photos')),
    applications: connection.model(
      'Application',
      schema<ApplicationDoc>(application, 'applications'),
    ),
    audit: connection.model('Audit', schema<AuditDoc>(audit, 'audit')),
    blocks: connection.model('Block', schema<BlockDoc>(block, 'blocks')),
    reports: connection.model('Report', schema<ReportDoc>(report, 'reports')),
    uses: connection.model('Use', schema<UseDoc>(use, 'uses')),
    people: connection.model('Person', schema<PersonDoc>(person, 'people')),
    sessions: connection.model('Session', schema<SessionDoc>(session, 'sessions')),
    passkeys: connection.model('Passkey', schema<PasskeyDoc>(passkey, 'passkeys')),
    seats: connection.model('Seat', schema<SeatDoc>(seat, 'seats')),
    callEvents: connection.model('CallEvent', schema<CallEventDoc>(callEvent, 'callEvents')),
    notes: connection.model('Note', schema<NoteDoc>(note, 'notes')),
    calendarFeeds: connection.model(
      'CalendarFeed',
      schema<CalendarFeedDoc>(calendarFeed, 'calendarFeeds'),
    ),
    calendarSources: connection.model(
      'CalendarSource',
      schema<CalendarSourceDoc>(calendarSource, 'calendarSources'),
    ),
    signals: connection.model('Signal', schema<SignalDoc>(signal, 'signals')),
    servers: connection.model('Server', schema<ServerDoc>(server, 'servers')),
    installation: connection.model(
      'Installation',
      schema<InstallationDoc>({ _id: text, value: text }, 'installation'),
    ),
    mailChoices: connection.model(
      'MailChoice',
      schema<MailChoiceDoc>({ _id: text, choices: whole, agendaAt: optionalNumber }, 'mailChoices'),
    ),
    messages: connection.model('Message', schema<MessageDoc>(message, 'messages')),
    challenges: connection.model('Challenge', schema<ChallengeDoc>(challenge, 'challenges')),
  }
}
