import type { Party } from '@expertconnect/contract/bookings/shapes'
import {
  type BookedRecord,
  type BookingRecord,
  type CancelledRecord,
  type ChangeKind,
  type Committed,
  type Customer,
  type HeldRecord,
  isLive,
  type LiveRecord,
  type Origin,
  type Proposal,
  type ReleasedRecord,
  sameTime,
  type SlotRecord,
  type Span,
  type Terms,
} from './booking.ts'
import { readdressedLately } from './readdressing.ts'
import { withoutWordsOf } from './settlement.ts'
import type { Instant } from '../time/instant.ts'

/** `held → released`: given up or run out. Who held it is forgotten. */
export function release(hold: HeldRecord): ReleasedRecord {
  const { id, expertId, version, minutes, createdAt, startsAt, endsAt, until } = hold
  return {
    state: 'released',
    version: version + 1,
    id,
    expertId,
    minutes,
    createdAt,
    startsAt,
    endsAt,
    until,
  }
}

/** `held → booked`, or a booking from nothing where `origin` is no hold: version 1 and an id of its own. */
export function book(
  origin: Pick<HeldRecord, 'id' | 'expertId' | 'version' | 'createdAt'>,
  time: Span & { readonly minutes: number },
  terms: Terms & Origin,
  now: Instant,
): BookedRecord {
  return {
    state: 'booked',
    id: origin.id,
    expertId: origin.expertId,
    version: origin.version + 1,
    createdAt: origin.createdAt,
    bookedAt: now,
    tokenVersion: 1,
    minutes: time.minutes,
    startsAt: time.startsAt,
    endsAt: time.endsAt,
    until: time.until,
    ...terms,
  }
}

/** `booked → cancelled`. What was proposed or offered is void. */
export function cancel(
  booking: BookedRecord,
  reason: string | undefined,
  now: Instant,
  cancelledBy: Party = 'customer',
): CancelledRecord {
  const {
    state: _booked,
    proposal: _proposal,
    moreTime: _moreTime,
    late: _late,
    settlement: _settlement,
    ...kept
  } = booking
  return {
    ...kept,
    state: 'cancelled',
    version: booking.version + 1,
    cancelledAt: now,
    cancelledBy,
    ...(reason ? { cancelReason: reason } : {}),
  }
}

/**
 * `booked → booked` at another time: the same record, so that every link to it stays good. Proposals and offers are void,
 * and nobody is late.
 */
export function move(booking: BookedRecord, minutes: number, span: Span): BookedRecord {
  const { late: _late, moreTime: _moreTime, ...kept } = withdraw(booking)
  return { ...kept, minutes, ...span }
}

/** `booked → booked` with another time asked for, in place of what the expert asked for before. */
export function propose(booking: BookedRecord, proposal: Proposal): BookedRecord {
  const { moreTime, ...kept } = booking
  const asked = moreTime?.by === 'customer' ? { moreTime } : {}
  return { ...kept, ...asked, version: booking.version + 1, proposal }
}

/** `booked → booked` without what was proposed: declined, or taken back. */
export function withdraw(booking: BookedRecord): BookedRecord {
  const { proposal: _proposal, ...kept } = booking
  return { ...kept, version: booking.version + 1 }
}

/** `booked → booked` with a mistake mended. Another address makes the links that went to the old one void. */
export function correct(
  booking: BookedRecord,
  corrections: Corrections,
  now: Instant,
): BookedRecord {
  const { topic: _topic, ...kept } = booking
  const name = corrections.customer?.name ?? booking.customer.name
  const email = corrections.customer?.email ?? booking.customer.email
  const phone = corrections.customer?.phone ?? booking.customer.phone
  const topic = corrections.topic ?? booking.topic
  const sameAddress = email.toLowerCase() === booking.customer.email.toLowerCase()
  return {
    ...kept,
    version: booking.version + 1,
    ...(sameAddress
      ? {}
      : {
          tokenVersion: booking.tokenVersion + 1,
          readdressedAt: [...readdressedLately(booking, now), now],
        }),
    customer: phone ? { name, email, phone } : { name, email },
    ...(topic ? { topic } : {}),
  }
}

/** The customer has another address now, whatever became of the booking: links that went to the old one are void. */
export function readdress(record: BookingRecord, email: string): BookingRecord {
  return {
    ...record,
    version: record.version + 1,
    tokenVersion: record.tokenVersion + 1,
    customer: { ...record.customer, email },
  }
}

/** The customer is forgotten, and links of theirs are void. That there was a session, and when, stays. */
export function eraseCustomer(record: BookingRecord, email: string): BookingRecord {
  const erased = withoutCustomer(record, email)
  return { ...erased, version: record.version + 1, tokenVersion: record.tokenVersion + 1 }
}

/** The same state of a booking without what its customer told of themselves. */
export function withoutCustomer(record: BookingRecord, email: string): BookingRecord {
  const { topic: _topic, ...kept } = record
  const customer = { name: 'Erased', email }
  // What the other side wrote is theirs.
  if (kept.state === 'booked') {
    const { settlement, late, ...booked } = kept
    return {
      ...booked,
      customer,
      // What the other side said is theirs.
      ...(late?.expert ? { late: { expert: late.expert } } : {}),
      ...(settlement ? { settlement: withoutWordsOf(settlement, 'customer') } : {}),
    }
  }
  if (kept.cancelledBy !== 'customer') return { ...kept, customer }
  const { cancelReason: _reason, ...cancelled } = kept
  return { ...cancelled, customer }
}

/** An empty phone or topic removes it; what is left out stays. */
export interface Corrections {
  readonly customer?: { readonly [K in keyof Customer]?: Customer[K] | undefined } | undefined
  readonly topic?: string | undefined
}

// Which of these may be stored is decided here, once for every engine; who was first is decided by the engine.

/** Whether `booking` may be made of this record: the hold that it names, in the version that it follows, not yet expired. */
export function isConfirmable(
  held: SlotRecord | null,
  booking: BookedRecord,
  now: Instant,
): held is HeldRecord {
  return (
    held?.state === 'held' &&
    held.id === booking.id &&
    held.version === booking.version - 1 &&
    held.expertId === booking.expertId &&
    held.expiresAt > now
  )
}

/**
 * Whether `next` may replace what is stored: a live record of the version below. A hold that ran out can only be
 * released: others may already have been told that its time is free.
 */
export function isChangeable(
  stored: SlotRecord | null,
  next: SlotRecord,
  now: Instant,
): stored is LiveRecord {
  if (stored?.version !== next.version - 1) return false
  if (stored.state === 'held') return next.state === 'released' || stored.expiresAt > now
  return stored.state === 'booked'
}

/**
 * What listeners are told of a change, beside the record. Throws for a change that no record can go through: that is a
 * fault of the caller.
 */
export function changeOf(before: SlotRecord, next: SlotRecord): Omit<Committed, 'record'> {
  const kind = kindOf(before, next)
  if (!isLive(next) || sameTime(before, next)) return { kind }
  const { startsAt, endsAt, until } = before
  return { kind, from: { startsAt, endsAt, until } }
}

function kindOf(before: SlotRecord, next: SlotRecord): ChangeKind {
  const step = `${before.state} to ${next.state}` as const
  if (before.expertId !== next.expertId) throw new Error(`Record ${next.id} changes its expert`)
  if (step === 'held to held') return 'held'
  if (step === 'held to released') return 'released'
  if (step === 'booked to cancelled') return 'cancelled'
  if (step === 'booked to booked') return sameTime(before, next) ? 'corrected' : 'moved'
  throw new Error(`Record ${next.id} cannot go from ${step}`)
}
