import type { Connection } from 'mongoose'
import { isBooking, type BookingRecord } from '../../../domain/bookings/booking.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { emailKey, hasRole } from '../../../domain/people/person.ts'
import { eraseCustomer, readdress, withoutCustomer } from '../../../domain/bookings/transitions.ts'
import { addressLine, lineOf } from '../../../domain/messages/message.ts'
import { erasedSubject } from '../../rules/entry-about.ts'
import type { Audit } from '../audit/audit.ts'
import type { AddressChanged, Beside, Erased } from '../../port/people.ts'
import { forgetInBlocks } from '../blocks/blocks.ts'
import { docOf, recordOf } from '../bookings/record-mapper.ts'
import type { BookingDoc, StoredAnswer } from '../engine/documents.ts'
import type { Echo, Feed } from '../engine/feed.ts'
import type { Models } from '../engine/models.ts'
import { owingAfter } from '../bookings/owing.ts'
import { emptyNotes } from '../notes/notes.ts'
import { forgetWriters } from '../reviews/reviews.ts'
import { type People, personOf } from './people.ts'

type Session = Awaited<ReturnType<Connection['startSession']>>

/**
 * What changes a person and their bookings together: the only commands that are transactions. A booking that somebody
 * else changes meanwhile is a conflict of writes, after which all of it is done again.
 */
export function createPersonChanges(
  {
    bookings,
    people,
    sessions,
    passkeys,
    challenges,
    applications,
    messages,
    audit,
    blocks,
    reviews,
    notes,
    calendarFeeds,
  }: Models,
  parts: { readonly people: People; readonly audit: Audit },
  feed: Feed,
) {
  /** Answers when this server has told what `work` expects to be told: its last writes. */
  async function transaction<T>(
    work: (session: Session, expect: Feed['expect']) => Promise<T>,
  ): Promise<T> {
    const echoes: Echo[] = []
    const cancel = () => echoes.splice(0).forEach((echo) => echo.cancel())
    try {
      const answer = await people.db.transaction(async (session) => {
        cancel()
        return work(session, (id, version) => {
          const echo = feed.expect(id, version)
          echoes.push(echo)
          return echo
        })
      })
      await Promise.all(echoes.map(({ told }) => told))
      return answer
    } catch (error) {
      cancel()
      throw error
    }
  }

  async function bookingsOf(email: string, session: Session): Promise<BookingDoc[]> {
    const docs = await bookings
      .find({ emailKey: emailKey(email) })
      .session(session)
      .lean()
    return docs.filter((doc) => isBooking(recordOf(doc)))
  }

  /** Writes what `change` makes of each, whole, so that the change stream can tell it. */
  async function replaceAll(
    docs: readonly BookingDoc[],
    change: (record: BookingRecord, answers: readonly StoredAnswer[]) => Replacement,
    at: Instant,
    session: Session,
  ): Promise<void> {
    for (const doc of docs) {
      const record = recordOf(doc)
      if (!isBooking(record)) continue
      const { next, answers } = change(record, doc.answers)
      const replacement = docOf(next, {
        answers,
        at,
        change: { kind: 'corrected' },
        due: doc.due === true,
        owing: owingAfter(doc, next, at),
      })
      await bookings.replaceOne({ _id: doc._id }, replacement, { runValidators: true, session })
    }
  }

  async function endSessions(
    personId: string,
    session: Session,
    expect: Feed['expect'],
    keep = '',
  ): Promise<number> {
    const others = { personId, _id: { $ne: keep } }
    const docs = await sessions.find(others, { _id: 1 }).session(session).lean()
    for (const { _id } of docs) expect(_id, 'gone')
    await sessions.deleteMany({ _id: { $in: docs.map(({ _id }) => _id) } }, { session })
    return docs.length
  }

  function changeAddress(
    personId: string,
    email: string,
    now: Instant,
    beside: Beside & { readonly keep?: string } = {},
  ): Promise<AddressChanged> {
    return transaction(async (session, expect) => {
      const person = await people.findById(personId).session(session).lean()
      if (!person) return { kind: 'gone' }
      const key = emailKey(email)
      const other = await people
        .findOne({ emailKey: key, _id: { $ne: personId } })
        .session(session)
        .lean()
      if (other && hasRole(other)) return { kind: 'in_use' }
      await endSessions(personId, session, expect, beside.keep)
      if (other) {
        await endSessions(other._id, session, expect)
        await passkeys.deleteMany({ personId: other._id }, { session })
        await calendarFeeds.deleteMany({ personId: other._id }, { session })
        await people.deleteOne({ _id: other._id }, { session })
      }
      await replaceAll(
        await bookingsOf(person.email, session),
        (record, answers) => ({ next: readdress(record, email), answers }),
        now,
        session,
      )
      const version = person.version + 1
      expect(personId, version)
      const change = { $set: { email, emailKey: key, version } }
      await people.updateOne({ _id: personId }, change, { session })
      const { audit, tell } = beside
      const next = personOf({ ...person, email })
      if (audit) await parts.people.writeBeside({ audit }, next, session)
      // To the address that they had.
      if (tell) await parts.people.writeBeside({ tell }, personOf(person), session)
      return { kind: 'done', person: next }
    })
  }

  function erase(personId: string, unusableEmail: () => string, now: Instant): Promise<Erased> {
    return transaction(async (session, expect) => {
      const person = await people.findById(personId).session(session).lean()
      if (!person) return 'gone'
      if (hasRole(person)) return 'has_role'
      const docs = await bookingsOf(person.email, session)
      if (docs.some(({ state, endsAt }) => state === 'booked' && endsAt > now)) {
        return 'upcoming_bookings'
      }
      for (const { _id, version } of docs) expect(_id, version + 1)
      await replaceAll(
        docs,
        (record, answers) => {
          const email = unusableEmail()
          return {
            next: eraseCustomer(record, email),
            answers: answers.map((answer) => forgetIn(answer, email)),
          }
        },
        now,
        session,
      )
      await challenges.deleteMany({ emailKey: person.emailKey }, { session })
      const sent = await applications
        .find({ emailKey: person.emailKey }, { _id: 1 })
        .session(session)
        .lean()
      const subjects = [personId, ...sent.map(({ _id }) => _id)]
      await audit.updateMany(
        { 'subject.id': { $in: subjects } },
        { $set: { 'subject.name': erasedSubject }, $unset: { detail: 1 } },
        { session },
      )
      await applications.deleteMany({ emailKey: person.emailKey }, { session })
      const ids = docs.map(({ _id }) => _id)
      await forgetInBlocks({ blocks }, { email: person.email, bookingIds: ids }, session)
      await forgetWriters({ reviews }, ids, session)
      await emptyNotes({ notes }, docs, now, session)
      // What the server of mail said of them may repeat their address.
      const lines = [addressLine(person.email), ...ids.map((id) => lineOf(id, 'customer'))]
      await messages.deleteMany({ line: { $in: lines } }, { session })
      await endSessions(personId, session, expect)
      await passkeys.deleteMany({ personId }, { session })
      await calendarFeeds.deleteMany({ personId }, { session })
      await parts.audit.forgetOf(personId, session)
      await people.deleteOne({ _id: personId }, { session })
      return 'done'
    })
  }

  return {
    changeAddress,
    erase,
    endSessions: (personId: string): Promise<number> =>
      transaction((session, expect) => endSessions(personId, session, expect)),
  }
}

interface Replacement {
  readonly next: BookingRecord
  readonly answers: readonly StoredAnswer[]
}

function forgetIn(answer: StoredAnswer, email: string): StoredAnswer {
  const { record } = answer
  return isBooking(record) ? { ...answer, record: withoutCustomer(record, email) } : answer
}
