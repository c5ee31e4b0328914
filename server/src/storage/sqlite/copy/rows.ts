import { isLive } from '../../../domain/bookings/booking.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { type Collection, inOrder, type Rows } from '../../copy/rows.ts'
import type { Category } from '../../port/categories.ts'
import { blockOf, type BlockRow, createBlocks } from '../blocks/blocks.ts'
import { createReports, reportOf, type ReportRow } from '../blocks/reports.ts'
import { answerOf, type AnswerRow, createAnswers } from '../bookings/answers.ts'
import {
  applicationOf,
  type ApplicationRow,
  createApplications,
} from '../applications/applications.ts'
import { type AuditRow, createAudit, entryOf } from '../audit/audit.ts'
import { createSources, sourceOf, type SourceRow } from '../calendars/sources.ts'
import { callEventOf, type CallEventRow, createCallEvents } from '../calls/events.ts'
import { createFeeds, feedOf, type FeedRow } from '../calendars/feeds.ts'
import type { Database } from '../engine/driver.ts'
import { synonymsIn, writtenSynonyms } from '../experts/categories.ts'
import { createExpertRows } from '../experts/expert-rows.ts'
import { expertOf, type ExpertRow } from '../experts/experts.ts'
import { type ChoiceRow, choicesIn, createChoices } from '../messages/choices.ts'
import { messageOf, type MessageRow } from '../messages/message-mapper.ts'
import { createMessages } from '../messages/messages.ts'
import { owedIn, type OwingRow } from '../bookings/owing.ts'
import { createNotes, noteOf, type NoteRow } from '../notes/notes.ts'
import { createPasskeys, passkeyOf, type PasskeyRow } from '../people/passkeys.ts'
import { createPeople, personOf, type PersonRow } from '../people/people.ts'
import { createPhotos } from '../experts/photos.ts'
import { changedAtOf, recordOf } from '../bookings/record-mapper.ts'
import { createRecords } from '../bookings/records.ts'
import { createReviews, reviewOf, type ReviewRow } from '../reviews/reviews.ts'
import { createSchedules } from '../schedules/schedules.ts'
import { createSessions } from '../people/sessions.ts'

/** Where each collection lies, and what its ids are there. */
export const places: Readonly<Record<Collection, { readonly table: string; readonly id: string }>> =
  {
    categories: { table: 'category', id: 'slug' },
    photos: { table: 'photo', id: 'id' },
    experts: { table: 'expert', id: 'id' },
    reviews: { table: 'review', id: 'id' },
    people: { table: 'person', id: 'id' },
    sessions: { table: 'session', id: 'id' },
    passkeys: { table: 'passkey', id: 'id' },
    bookings: { table: 'record', id: 'id' },
    messages: { table: 'message', id: 'id' },
    mailChoices: { table: 'mail_choice', id: 'expert_id' },
    installation: { table: 'installation', id: 'id' },
    uses: { table: 'use_count', id: 'key' },
    applications: { table: 'application', id: 'id' },
    audit: { table: 'audit', id: 'id' },
    blocks: { table: 'block', id: 'id' },
    reports: { table: 'report', id: 'id' },
    callEvents: { table: 'call_event', id: 'id' },
    notes: { table: 'note', id: 'id' },
    calendarFeeds: { table: 'calendar_feed', id: 'id' },
    calendarSources: { table: 'calendar_source', id: 'id' },
  }

type Readers = {
  readonly [C in Collection]: (after: string, limit: number) => readonly Rows[C][]
}

export function createReaders(db: Database): Readers {
  const categories = db.prepare<Category & { position: number; synonyms: string | null }>(`
    SELECT slug, name, icon, rid - 1 AS position, synonyms
    FROM category WHERE slug > ? ORDER BY slug LIMIT ?`)
  const photos = db.prepare<{ id: string; bytes: Uint8Array }>(
    'SELECT id, bytes FROM photo WHERE id > ? ORDER BY id LIMIT ?',
  )
  const experts = db.prepare<ExpertRow & { next_free_until: Instant | null }>(`
    SELECT expert.*, category.name AS category_name, schedule.*
    FROM expert
    JOIN category ON category.slug = expert.category
    JOIN schedule ON schedule.expert_id = expert.id
    WHERE expert.id > ? ORDER BY expert.id LIMIT ?`)
  const reviews = db.prepare<ReviewRow>('SELECT * FROM review WHERE id > ? ORDER BY id LIMIT ?')
  const people = db.prepare<PersonRow>('SELECT * FROM person WHERE id > ? ORDER BY id LIMIT ?')
  const sessions = db.prepare<Rows['sessions'] & { marked: number }>(`
    SELECT id, person_id AS personId, device, started_at AS startedAt, seen_at AS seenAt,
      token_hash AS tokenHash, with_passkey AS marked
    FROM session WHERE id > ? ORDER BY id LIMIT ?`)
  const passkeys = db.prepare<PasskeyRow>('SELECT * FROM passkey WHERE id > ? ORDER BY id LIMIT ?')
  const records = db.prepare<OwingRow>('SELECT * FROM record WHERE id > ? ORDER BY id LIMIT ?')
  const messages = db.prepare<MessageRow>('SELECT * FROM message WHERE id > ? ORDER BY id LIMIT ?')
  const mailChoices = db.prepare<ChoiceRow>(
    'SELECT * FROM mail_choice WHERE expert_id > ? ORDER BY expert_id LIMIT ?',
  )
  const installation = db.prepare<Rows['installation']>(
    'SELECT id, value FROM installation WHERE id > ? ORDER BY id LIMIT ?',
  )
  const uses = db.prepare<Rows['uses']>(
    'SELECT key AS id, count, ends_at AS endsAt FROM use_count WHERE key > ? ORDER BY key LIMIT ?',
  )
  const applications = db.prepare<ApplicationRow>(
    'SELECT * FROM application WHERE id > ? ORDER BY id LIMIT ?',
  )
  const audit = db.prepare<AuditRow>('SELECT * FROM audit WHERE id > ? ORDER BY id LIMIT ?')
  const blocks = db.prepare<BlockRow>('SELECT * FROM block WHERE id > ? ORDER BY id LIMIT ?')
  const reports = db.prepare<ReportRow>('SELECT * FROM report WHERE id > ? ORDER BY id LIMIT ?')
  const callEvents = db.prepare<CallEventRow>(
    'SELECT * FROM call_event WHERE id > ? ORDER BY id LIMIT ?',
  )
  const notes = db.prepare<NoteRow>('SELECT * FROM note WHERE id > ? ORDER BY id LIMIT ?')
  const calendarFeeds = db.prepare<FeedRow>(
    'SELECT * FROM calendar_feed WHERE id > ? ORDER BY id LIMIT ?',
  )
  const calendarSources = db.prepare<SourceRow>(
    'SELECT * FROM calendar_source WHERE id > ? ORDER BY id LIMIT ?',
  )
  const answers = createAnswersByRecord(db)

  return {
    categories: (after, limit) =>
      categories.all(after, limit).map(({ slug, name, icon, position, synonyms }) => {
        return { id: slug, name, icon, position, synonyms: synonymsIn(synonyms) }
      }),
    photos: (after, limit) =>
      photos.all(after, limit).map(({ id, bytes }) => {
        return { id, bytes: Buffer.from(bytes).toString('base64') }
      }),
    experts: (after, limit) =>
      experts.all(after, limit).map((row) => {
        return { ...expertOf(row), nextFreeUntil: row.next_free_until }
      }),
    reviews: (after, limit) => reviews.all(after, limit).map(reviewOf),
    people: (after, limit) => people.all(after, limit).map(personOf),
    sessions: (after, limit) =>
      sessions.all(after, limit).map(({ marked, ...session }) => {
        return { ...session, ...(marked === 1 ? { withPasskey: true } : {}) }
      }),
    passkeys: (after, limit) => passkeys.all(after, limit).map(passkeyOf),
    bookings(after, limit) {
      if (after === '') answers.lookAnew()
      return records.all(after, limit).map((row) => ({
        id: row.id,
        record: recordOf(row),
        changedAt: changedAtOf(row),
        answers: inOrder(answers.of(row.id)),
        owed: owedIn(row.owed),
        remindAt: row.remind_at,
      }))
    },
    messages: (after, limit) => messages.all(after, limit).map(messageOf),
    mailChoices: (after, limit) =>
      mailChoices.all(after, limit).map((row) => {
        return { id: row.expert_id, choices: choicesIn(row), agendaAt: row.agenda_at }
      }),
    installation: (after, limit) => installation.all(after, limit).map((row) => ({ ...row })),
    uses: (after, limit) =>
      uses.all(after, limit).map(({ id, count, endsAt }) => ({ id, count, endsAt })),
    applications: (after, limit) => applications.all(after, limit).map(applicationOf),
    audit: (after, limit) => audit.all(after, limit).map(entryOf),
    blocks: (after, limit) => blocks.all(after, limit).map(blockOf),
    reports: (after, limit) => reports.all(after, limit).map(reportOf),
    callEvents: (after, limit) =>
      callEvents.all(after, limit).map((row) => ({ ...callEventOf(row), isOpen: row.open === 1 })),
    notes: (after, limit) => notes.all(after, limit).map((row) => ({ id: row.id, ...noteOf(row) })),
    calendarFeeds: (after, limit) => calendarFeeds.all(after, limit).map(feedOf),
    calendarSources: (after, limit) => calendarSources.all(after, limit).map(sourceOf),
  }
}

/** Claims are stored by expert and key, so that nothing but the answer itself says which record it is about. */
function createAnswersByRecord(db: Database) {
  db.exec(`
    CREATE TEMP TABLE answered (record_id TEXT NOT NULL, answer INTEGER NOT NULL);
    CREATE INDEX temp.answered_record ON answered (record_id, answer)`)
  const forget = db.prepare('DELETE FROM temp.answered')
  const find = db.prepare(
    "INSERT INTO temp.answered SELECT json_extract(record, '$.id'), rowid FROM answer",
  )
  const ofRecord = db.prepare<AnswerRow & { scope: string; key: string }>(`
    SELECT answer.* FROM temp.answered JOIN answer ON answer.rowid = answered.answer
    WHERE answered.record_id = ?`)

  function lookAnew(): void {
    forget.run()
    find.run()
  }

  lookAnew()
  return {
    lookAnew,
    of: (recordId: string): Rows['bookings']['answers'] =>
      ofRecord.all(recordId).map((row) => ({
        ...answerOf(row),
        scope: row.scope.startsWith('expert:') ? 'claim' : 'change',
        key: row.key,
      })),
  }
}

/** Each row goes through the code that a server writes it with, so that its words and its cells are there as well. */
export function createWriters(db: Database): {
  readonly [C in Collection]: (row: Rows[C]) => void
} {
  const photos = createPhotos(db)
  const experts = createExpertRows(db, createSchedules(db))
  const reviews = createReviews(db)
  const people = createPeople(db)
  const sessions = createSessions(db)
  const records = createRecords(db)
  const answered = createAnswers(db)
  const audit = createAudit(db)
  const insertCategory = db.prepare(
    'INSERT INTO category (rid, slug, name, icon, synonyms) VALUES (? + 1, ?, ?, ?, ?)',
  )
  const messages = createMessages(db)
  const chosen = createChoices(db, messages)
  const callEvents = createCallEvents(db)
  const insertSettled = db.prepare('INSERT INTO installation (id, value) VALUES (?, ?)')
  const insertUse = db.prepare('INSERT INTO use_count (key, count, ends_at) VALUES (?, ?, ?)')

  function addBooking(row: Rows['bookings']): void {
    const { record, changedAt, answers, owed, remindAt } = row
    const { id, expertId } = record
    records.insert(record, changedAt, { owed, remindAt })
    if (isLive(record) && !records.takeCells(record)) {
      throw new Error(`Record ${id} overlaps another one`)
    }
    for (const { scope, key, ...answer } of answers) {
      answered.remember(scope === 'claim' ? { expertId } : { bookingId: id }, key, answer)
    }
  }

  return {
    categories: ({ id, name, icon, position, synonyms }) =>
      insertCategory.run(position, id, name, icon, writtenSynonyms(synonyms)),
    photos: ({ id, bytes }) => photos.keep({ id, bytes: Buffer.from(bytes, 'base64') }),
    experts: ({ nextFreeUntil, ...expert }) => experts.insert(expert, nextFreeUntil),
    reviews: reviews.insert,
    people: people.insert,
    sessions: ({ tokenHash, ...session }) => sessions.insert(session, tokenHash),
    passkeys: createPasskeys(db).insert,
    bookings: addBooking,
    messages: messages.insert,
    mailChoices: ({ id, choices, agendaAt }) => chosen.put(id, choices, agendaAt),
    installation: ({ id, value }) => insertSettled.run(id, value),
    uses: ({ id, count, endsAt }) => insertUse.run(id, count, endsAt),
    applications: createApplications(db).insert,
    audit: audit.insert,
    blocks: createBlocks(db).insert,
    reports: createReports(db).insert,
    callEvents: ({ isOpen, ...event }) => callEvents.insert(event, isOpen),
    notes: createNotes(db).insert,
    calendarFeeds: createFeeds(db).insert,
    calendarSources: createSources(db).insert,
  }
}
