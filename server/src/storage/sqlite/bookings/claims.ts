import type {
  BookedRecord,
  BookingRecord,
  Committed,
  HeldRecord,
} from '../../../domain/bookings/booking.ts'
import type { ClaimOutcome, Guard } from '../../port/storage.ts'
import type { Answers } from './answers.ts'
import type { Records } from './records.ts'
import { sameTime } from './records.ts'
import type { Schedules } from '../schedules/schedules.ts'
import { done, refused } from '../engine/write-queue.ts'
import type { Outcome } from '../engine/write-queue.ts'

/** The operations that take time of an expert for the first time. Each runs inside one savepoint. */
export function createClaims(records: Records, answers: Answers, schedules: Schedules) {
  function hold(record: HeldRecord, guard: Guard): Outcome<ClaimOutcome<HeldRecord>> {
    const refusal = refuse(record, guard)
    if (refusal) return refused(refusal)
    if (atLimit(records.countHolds(record.holder, guard.now), guard)) {
      return refused({ kind: 'too_many' })
    }
    return insert(record, guard)
  }

  function book(record: BookedRecord, guard: Guard): Outcome<ClaimOutcome<BookedRecord>> {
    const refusal = refuse(record, guard)
    if (refusal) return refused(refusal)
    if (atLimit(records.countBookings(record.customer.email, guard.now), guard)) {
      return refused({ kind: 'too_many' })
    }
    return insert(record, guard)
  }

  function confirm(
    record: BookedRecord,
    guard: Guard,
    wanted: { readonly id: string; readonly version: number },
  ): Outcome<ClaimOutcome<BookedRecord>> {
    if (record.id !== wanted.id || record.version !== wanted.version + 1) {
      throw new Error(`Booking ${record.id} does not follow the hold ${wanted.id}`)
    }
    const refusal = refuse(record, guard)
    if (refusal) return refused(refusal)
    const held = records.find(wanted.id)
    if (!isConfirmable(held, record, guard)) return refused({ kind: 'hold_gone' })
    if (atLimit(records.countBookings(record.customer.email, guard.now), guard)) {
      return refused({ kind: 'too_many' })
    }
    // Compares the version as well.
    if (!records.replace(record, guard.now)) return refused({ kind: 'hold_gone' })
    if (sameTime(held, record)) return finish(record, [{ kind: 'booked', record }], guard)
    // The gap may have changed since the hold was made.
    records.freeCells(held)
    return take(record, 'booked', guard)
  }

  function refuse(
    record: BookingRecord,
    guard: Guard,
  ): ReturnType<Answers['replay']> | { readonly kind: 'stale_schedule' } {
    const replay = answers.replay(`expert:${record.expertId}`, guard.key)
    if (replay) return replay
    const current = schedules.version(record.expertId) === guard.scheduleVersion
    return current ? null : { kind: 'stale_schedule' }
  }

  /** The cells come first: most refusals in a rush are decided by them, and then little was written. */
  function insert<R extends HeldRecord | BookedRecord>(
    record: R,
    guard: Guard,
  ): Outcome<ClaimOutcome<R>> {
    const outcome = take(record, record.state, guard)
    if (!outcome.undo) records.insert(record, guard.now)
    return outcome
  }

  function take<R extends BookingRecord>(
    record: R,
    kind: 'held' | 'booked',
    guard: Guard,
  ): Outcome<ClaimOutcome<R>> {
    const released = records.releaseInTheWay(record.expertId, record, guard.now)
    if (!records.takeCells(record)) return refused({ kind: 'taken' })
    return finish(record, [...released, { kind, record }], guard)
  }

  function finish<R extends BookingRecord>(
    record: R,
    changes: readonly Committed[],
    guard: Guard,
  ): Outcome<ClaimOutcome<R>> {
    answers.remember(`expert:${record.expertId}`, guard.key.key, {
      record,
      answeredAt: guard.now,
      fingerprint: guard.key.fingerprint,
      tokenVersion: 'tokenVersion' in record ? record.tokenVersion : 0,
    })
    return done({ kind: 'done', record }, changes)
  }

  return { hold, book, confirm }
}

function atLimit(count: number, guard: Guard): boolean {
  return guard.limit !== null && count >= guard.limit
}

function isConfirmable(
  held: BookingRecord | null,
  booking: BookedRecord,
  guard: Guard,
): held is HeldRecord {
  return held?.state === 'held' && held.expertId === booking.expertId && held.expiresAt > guard.now
}
