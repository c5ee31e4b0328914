import type { Party } from '@expertconnect/contract/bookings/shapes'
import {
  type SlotRecord,
  type CancelledRecord,
  type Committed,
  isBooking,
  isLive,
  type OccupiedTime,
} from '../../../domain/bookings/booking.ts'
import { disputeOf } from '../../../domain/bookings/settlement.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { cellsOf } from '../../../domain/bookings/occupancy.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { BookingDoc, StoredAnswer, StoredChange } from '../engine/documents.ts'

/** What a write adds to what the record says by itself. */
export interface Beside {
  readonly answers: readonly StoredAnswer[]
  readonly at: Instant
  readonly change?: StoredChange
  readonly due?: boolean
  readonly owing?: Pick<BookingDoc, 'owed' | 'remindAt'>
}

export function docOf(record: SlotRecord, { answers, at, change, due, owing }: Beside): BookingDoc {
  const { id, ...fields } = record
  const active = isLive(record)
  const disputed = record.state === 'booked' ? disputeOf(record.settlement) : null
  const claimKeys = answers.flatMap(({ scope, key }) => (scope === 'claim' ? [key] : []))
  return {
    ...withoutUndefined(fields),
    _id: id,
    changedAt: at,
    active,
    cells: active ? cellsOf(record) : [],
    ...(isLive(record) && record.network !== undefined && record.maker === undefined
      ? { unproved: true as const }
      : {}),
    answers: [...answers],
    ...(isBooking(record) ? { emailKey: emailKey(record.customer.email) } : {}),
    ...(disputed ? { dispute: disputed.state, disputedAt: disputed.at } : {}),
    ...(record.state === 'released' ? { releasedAt: at } : {}),
    ...(claimKeys.length > 0 ? { claimKeys } : {}),
    ...(change ? { change } : {}),
    ...(due ? { due: true as const } : {}),
    ...owing,
  }
}

/** Pages are read without the answers: each holds an older version of the record. */
type ReadDoc = Omit<BookingDoc, 'answers'> & Partial<Pick<BookingDoc, 'answers'>>

/** The domain's record: the document without what is the engine's. */
export function recordOf(doc: ReadDoc): SlotRecord {
  const {
    _id: id,
    changedAt: _changedAt,
    active: _active,
    cells: _cells,
    unproved: _unproved,
    emailKey: _emailKey,
    dispute: _dispute,
    disputedAt: _disputedAt,
    releasedAt: _releasedAt,
    claimKeys: _claimKeys,
    answers: _answers,
    change: _change,
    due: _due,
    owed: _owed,
    remindAt: _remindAt,
    ...fields
  } = doc
  return storedRecord({ id, ...fields } as SlotRecord)
}

/** When the present version was written; of old documents, what is known of it. */
export function changedAtOf(doc: ReadDoc): Instant {
  const { changedAt, releasedAt, cancelledAt, bookedAt, createdAt } = doc
  return changedAt ?? releasedAt ?? cancelledAt ?? bookedAt ?? createdAt
}

/** What was stored before there were several who could cancel was cancelled by its customer. */
export function storedRecord(record: SlotRecord): SlotRecord {
  return record.state === 'cancelled' ? { ...record, cancelledBy: cancellerOf(record) } : record
}

function cancellerOf({ cancelledBy }: Partial<CancelledRecord>): Party {
  return cancelledBy ?? 'customer'
}

/** What the change stream tells of a document. */
export function committedOf(doc: BookingDoc): Committed {
  const { change } = doc
  if (!change) throw new Error(`The document ${doc._id} does not say what was changed`)
  return { kind: change.kind, record: recordOf(doc), ...(change.from ? { from: change.from } : {}) }
}

/** Read from an index, in which what a document lacks is null. */
export type OccupiedDoc = Pick<
  BookingDoc,
  '_id' | 'version' | 'state' | 'startsAt' | 'endsAt' | 'until'
> & { readonly expiresAt?: BookingDoc['expiresAt'] | null }

export function occupiedTimeOf(doc: OccupiedDoc): OccupiedTime {
  const { _id: id, version, startsAt, endsAt, until, expiresAt } = doc
  return expiresAt === undefined || expiresAt === null
    ? { id, version, startsAt, endsAt, until, state: 'booked' }
    : { id, version, startsAt, endsAt, until, state: 'held', expiresAt }
}

function withoutUndefined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}
