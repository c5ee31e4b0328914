import {
  type SlotRecord,
  type Committed,
  isBooking,
  type BookingRecord,
} from '../../../domain/bookings/booking.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { emailKey, hasRole } from '../../../domain/people/person.ts'
import { eraseCustomer, readdress, withoutCustomer } from '../../../domain/bookings/transitions.ts'
import { entryAbout } from '../../rules/entry-about.ts'
import type { Audit } from '../audit/audit.ts'
import type { AddressChanged, Beside, Erased } from '../../port/people.ts'
import { tellingOf } from '../../../domain/messages/owed.ts'
import { addressLine, lineOf } from '../../../domain/messages/message.ts'
import type { Applications } from '../applications/applications.ts'
import type { Blocks } from '../blocks/blocks.ts'
import type { Challenges } from './challenges.ts'
import type { Feeds } from '../calendars/feeds.ts'
import type { Database } from '../engine/driver.ts'
import type { Messages } from '../messages/messages.ts'
import type { Notes } from '../notes/notes.ts'
import type { Passkeys } from './passkeys.ts'
import type { People } from './people.ts'
import type { Reviews } from '../reviews/reviews.ts'
import { recordOf, type RecordRow } from '../bookings/record-mapper.ts'
import type { Records } from '../bookings/records.ts'
import type { Sessions } from './sessions.ts'
import { done, refused, type Outcome } from '../engine/write-queue.ts'

interface Ended {
  /** Sessions that are no longer there. */
  readonly ended: readonly string[]
}

/** What changes a person and their bookings together. Each operation runs inside one savepoint. */
export function createPersonChanges(
  db: Database,
  {
    people,
    records,
    sessions,
    passkeys,
    challenges,
    applications,
    messages,
    audit,
    blocks,
    reviews,
    notes,
    feeds,
  }: Parts,
) {
  const ofAddress = db.prepare<RecordRow>('SELECT * FROM record WHERE email_key = ?')
  // Claims are remembered by their expert. Looking through the text keeps most of them from being parsed.
  const answersOf = db.prepare<{ rowid: number; record: string }>(
    'SELECT rowid, record FROM answer WHERE scope IN (?, ?) AND instr(record, ?) > 0',
  )
  const updateAnswer = db.prepare('UPDATE answer SET record = ? WHERE rowid = ?')

  function bookingsOf(email: string): BookingRecord[] {
    return ofAddress.all(emailKey(email)).map(recordOf).filter(isBooking)
  }

  function replaceAll(
    bookings: readonly BookingRecord[],
    change: (record: BookingRecord) => BookingRecord,
    now: Instant,
  ): Committed[] {
    return bookings.map((before) => {
      const record = change(before)
      records.replace(record, now, tellingOf(before, record, now))
      return { kind: 'corrected', record }
    })
  }

  function changeAddress(
    personId: string,
    email: string,
    now: Instant,
    beside: Beside & { readonly keep?: string },
  ): Outcome<AddressChanged & Ended> {
    const person = people.find(personId)
    if (!person) return refused({ kind: 'gone', ended: [] })
    const other = people.findByEmail(email)
    const isAnother = other !== null && other.id !== personId
    if (isAnother && hasRole(other)) return refused({ kind: 'in_use', ended: [] })
    const ended = sessions.endOthers(personId, beside.keep ?? '')
    if (isAnother) ended.push(...sessions.endAll(other.id))
    if (isAnother) {
      passkeys.forgetOf(other.id)
      feeds.forgetOf(other.id)
      people.remove(other.id)
    }
    people.setEmail(personId, email)
    if (beside.audit) audit.insert(entryAbout(beside.audit, { ...person, email }))
    if (beside.tell) messages.insert(beside.tell(person))
    const changes = replaceAll(bookingsOf(person.email), (record) => readdress(record, email), now)
    return done({ kind: 'done', person: { ...person, email }, ended }, changes)
  }

  function erase(
    personId: string,
    unusableEmail: () => string,
    now: Instant,
  ): Outcome<Ended & { readonly kind: Erased }> {
    const no = (kind: Erased) => refused({ kind, ended: [] })
    const person = people.find(personId)
    if (!person) return no('gone')
    if (hasRole(person)) return no('has_role')
    const bookings = bookingsOf(person.email)
    if (bookings.some(({ state, endsAt }) => state === 'booked' && endsAt > now)) {
      return no('upcoming_bookings')
    }
    const erased = (record: BookingRecord): BookingRecord => {
      const email = unusableEmail()
      forgetInAnswers(record, email)
      // What the server of mail said of them may repeat their address.
      messages.forgetLine(lineOf(record.id, 'customer'))
      return eraseCustomer(record, email)
    }
    const ended = sessions.endAll(personId)
    challenges.forgetOf(person.email)
    for (const { id } of applications.listOf(person.email)) audit.anonymise(id)
    applications.forgetOf(person.email)
    audit.anonymise(personId)
    blocks.forgetOf(
      person.email,
      bookings.map(({ id }) => id),
    )
    reviews.forgetWriters(bookings.map(({ id }) => id))
    for (const booking of bookings) notes.empty(booking, now)
    messages.forgetLine(addressLine(person.email))
    passkeys.forgetOf(personId)
    feeds.forgetOf(personId)
    audit.forgetOf(personId)
    people.remove(personId)
    return done({ kind: 'done', ended }, replaceAll(bookings, erased, now))
  }

  function forgetInAnswers({ id, expertId }: BookingRecord, email: string): void {
    for (const row of answersOf.all(`booking:${id}`, `expert:${expertId}`, id)) {
      const answered = JSON.parse(row.record) as SlotRecord
      if (answered.id !== id || !isBooking(answered)) continue
      updateAnswer.run(JSON.stringify(withoutCustomer(answered, email)), row.rowid)
    }
  }

  return { changeAddress, erase }
}

interface Parts {
  readonly people: People
  readonly records: Records
  readonly sessions: Sessions
  readonly passkeys: Pick<Passkeys, 'forgetOf'>
  readonly challenges: Challenges
  readonly applications: Pick<Applications, 'forgetOf' | 'listOf'>
  readonly messages: Pick<Messages, 'forgetLine' | 'insert'>
  readonly audit: Pick<Audit, 'anonymise' | 'insert' | 'forgetOf'>
  readonly blocks: Pick<Blocks, 'forgetOf'>
  readonly reviews: Pick<Reviews, 'forgetWriters'>
  readonly notes: Pick<Notes, 'empty'>
  readonly feeds: Pick<Feeds, 'forgetOf'>
}
