import type { Instant } from '../time/instant.ts'
import type {
  BookedRecord,
  SlotRecord,
  ChangeKind,
  Committed,
  HeldRecord,
  LiveRecord,
  Span,
} from './booking.ts'

// What becomes of a record is decided here, once for every engine; who was first is decided by the engine.

/** Held or booked: only such a record owns time. */
export function isLive(record: SlotRecord): record is LiveRecord {
  return record.state === 'held' || record.state === 'booked'
}

export function sameTime(a: Span, b: Span): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt && a.until === b.until
}

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
