import {
  type BookedRecord,
  type Committed,
  type HeldRecord,
  type LiveRecord,
  sameTime,
  type SlotRecord,
} from '../../../domain/bookings/booking.ts'
import { tellingOf } from '../../../domain/messages/owed.ts'
import { isConfirmable } from '../../../domain/bookings/transitions.ts'
import type { BookingStorage, ClaimOutcome, Guard, Replay } from '../../port/bookings.ts'
import { answerToClaim } from '../../rules/answers.ts'
import { done, type Outcome, refused, type Write } from '../engine/write-queue.ts'
import type { Schedules } from '../schedules/schedules.ts'
import type { Answers } from './answers.ts'
import { refuseOver } from './ceilings.ts'
import type { Records } from './records.ts'

interface Parts {
  readonly records: Records
  readonly answers: Answers
  readonly schedules: Schedules
}

/** The operations that take time of an expert for the first time, each inside one savepoint. */
export function createClaims(
  { records, answers, schedules }: Parts,
  write: Write,
): Pick<BookingStorage, 'hold' | 'claim' | 'confirm'> {
  function hold(record: HeldRecord, guard: Guard): Outcome<ClaimOutcome<HeldRecord>> {
    const refusal = refuse(record, guard)
    if (refusal) return refused(refusal)
    const over = refuseOver(records, record, guard.now, guard.ceilings)
    if (over) return refused(over)
    return insert(record, guard)
  }

  function claim(record: BookedRecord, guard: Guard): Outcome<ClaimOutcome<BookedRecord>> {
    const refusal = refuse(record, guard)
    if (refusal) return refused(refusal)
    const over = refuseOver(records, record, guard.now, guard.ceilings)
    if (over) return refused(over)
    return insert(record, guard)
  }

  function confirm(record: BookedRecord, guard: Guard): Outcome<ClaimOutcome<BookedRecord>> {
    const refusal = refuse(record, guard)
    if (refusal) return refused(refusal)
    const held = records.find(record.id)
    if (!isConfirmable(held, record, guard.now)) return refused({ kind: 'hold_gone' })
    const over = refuseOver(records, record, guard.now, guard.ceilings)
    if (over) return refused(over)
    const telling = tellingOf(held, record, guard.now)
    if (!records.replace(record, guard.now, telling)) return refused({ kind: 'hold_gone' })
    if (sameTime(held, record)) return finish(record, [{ kind: 'booked', record }], guard)
    // The gap may have changed since the hold was made.
    records.freeCells(held)
    return take(record, guard)
  }

  function refuse(
    { expertId }: SlotRecord,
    guard: Guard,
  ): Replay | { readonly kind: 'stale_schedule' } | null {
    const replay = answers.replay({ expertId }, guard.key)
    if (replay) return replay
    const current = schedules.version(expertId) === guard.scheduleVersion
    return current ? null : { kind: 'stale_schedule' }
  }

  /** The cells come first: most refusals in a rush are decided by them, and then little was written. */
  function insert<R extends LiveRecord>(record: R, guard: Guard): Outcome<ClaimOutcome<R>> {
    const outcome = take(record, guard)
    if (outcome.undo) return outcome
    records.insert(record, guard.now, tellingOf(null, record, guard.now))
    return outcome
  }

  function take<R extends LiveRecord>(record: R, guard: Guard): Outcome<ClaimOutcome<R>> {
    const released = records.releaseInTheWay(record, guard.now)
    if (!records.takeCells(record)) return refused({ kind: 'taken' })
    return finish(record, [...released, { kind: record.state, record }], guard)
  }

  function finish<R extends LiveRecord>(
    record: R,
    changes: readonly Committed[],
    guard: Guard,
  ): Outcome<ClaimOutcome<R>> {
    const { expertId } = record
    answers.remember({ expertId }, guard.key.key, answerToClaim(record, guard))
    return done({ kind: 'done', record }, changes)
  }

  return {
    hold: (record, guard) => write(() => hold(record, guard)),
    claim: (record, guard) => write(() => claim(record, guard)),
    confirm: (record, guard) => write(() => confirm(record, guard)),
  }
}
