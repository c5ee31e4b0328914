import type { BookingRecord, ChangeKind, Committed } from '../../../domain/bookings/booking.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { Change, ChangeOutcome } from '../../port/storage.ts'
import type { Answers } from './answers.ts'
import type { Audit } from '../audit/audit.ts'
import { sameTime, spanOf } from './records.ts'
import type { Records } from './records.ts'
import type { Schedules } from '../schedules/schedules.ts'
import { done, refused } from '../engine/write-queue.ts'
import type { Outcome } from '../engine/write-queue.ts'

/** The one operation that replaces a record. Runs inside one savepoint. */
export function createChange(
  records: Records,
  answers: Answers,
  schedules: Schedules,
  audit: Audit,
) {
  return function change<R extends BookingRecord>(asked: Change<R>): Outcome<ChangeOutcome<R>> {
    const { next, now, key, scheduleVersion } = asked
    const replay = key && answers.replay(`booking:${next.id}`, key)
    if (replay) return refused(replay)

    const before = records.find(next.id)
    if (!before || before.version !== next.version - 1 || !isChangeable(before, next, now)) {
      return refused({ kind: 'stale_version' })
    }
    if (scheduleVersion !== undefined && schedules.version(next.expertId) !== scheduleVersion) {
      return refused({ kind: 'stale_schedule' })
    }
    const kind = kindOf(before, next)
    if (!records.replace(next, now)) return refused({ kind: 'stale_version' })

    const moved = !sameTime(before, next)
    const released: Committed[] = []
    if (moved || !isLive(next)) records.freeCells(before)
    if (moved && isLive(next)) {
      released.push(...records.releaseInTheWay(next.expertId, next, now))
      if (!records.takeCells(next)) return refused({ kind: 'taken' })
    }
    if (key) {
      const { fingerprint, tokenVersion } = key
      answers.remember(`booking:${next.id}`, key.key, {
        record: next,
        answeredAt: now,
        fingerprint,
        tokenVersion,
      })
    }
    if (asked.audit) audit.insert(asked.audit)
    const from = moved && isLive(next) ? { from: spanOf(before) } : {}
    return done({ kind: 'done', record: next }, [...released, { kind, record: next, ...from }])
  }
}

/** A hold that ran out can only be released: others may already have been told that its time is free. */
function isChangeable(before: BookingRecord, next: BookingRecord, now: Instant): boolean {
  if (before.state === 'held') return next.state === 'released' || before.expiresAt > now
  return before.state === 'booked'
}

function isLive(record: BookingRecord): boolean {
  return record.state === 'held' || record.state === 'booked'
}

/** Throws for a change that no booking can go through: that is a fault of the caller. */
function kindOf(before: BookingRecord, next: BookingRecord): ChangeKind {
  const step = `${before.state} to ${next.state}` as const
  if (before.expertId !== next.expertId) throw new Error(`Record ${next.id} changes its expert`)
  if (step === 'held to held') return 'held'
  if (step === 'held to released') return 'released'
  if (step === 'booked to cancelled') return 'cancelled'
  if (step === 'booked to booked') return sameTime(before, next) ? 'corrected' : 'moved'
  throw new Error(`Record ${next.id} cannot go from ${step}`)
}
