import type { BookingRecord, ChangeKind } from '../../../domain/bookings/booking.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { Change, ChangeOutcome } from '../../port/storage.ts'
import { docOf, recordOf } from './record-mapper.ts'
import { answerIn, type Bookings, replayOf } from './records.ts'
import { sameTime } from './claims.ts'
import type { BookingDoc, StoredAnswer } from '../engine/documents.ts'
import type { Experts } from '../experts/experts.ts'

/** The one operation that replaces a record: one write, guarded by the version that it follows. */
export function createChange(bookings: Bookings, experts: Experts) {
  return async function change<R extends BookingRecord>(
    asked: Change<R>,
  ): Promise<ChangeOutcome<R>> {
    const { next, now, key, scheduleVersion } = asked
    const [stored, current] = await Promise.all([
      bookings.find(next.id),
      scheduleVersion === undefined ? undefined : experts.scheduleVersion(next.expertId),
    ])
    const replay = key && stored && replayOf(answerIn(stored, 'change', key.key), key)
    if (replay) return replay
    const before = stored && recordOf(stored)
    if (!before || before.version !== next.version - 1 || !isChangeable(before, next, now)) {
      return { kind: 'stale_version' }
    }
    if (current !== scheduleVersion) return { kind: 'stale_schedule' }

    const written = await bookings.replace(docAfter(stored, before, asked), now, asked.audit)
    if (written === 'done') return { kind: 'done', record: next }
    if (written === 'duplicate') return { kind: 'taken' }
    // The same change, sent twice, may have been the first.
    const after = key && (await bookings.findAnswer({ bookingId: next.id }, key.key, true))
    return (key && after && replayOf(after, key)) ?? { kind: 'stale_version' }
  }
}

function docAfter<R extends BookingRecord>(
  stored: BookingDoc,
  before: BookingRecord,
  { next, now, key }: Change<R>,
): BookingDoc {
  const kind = kindOf(before, next)
  const moved = !sameTime(before, next)
  const { startsAt, endsAt, until } = before
  const from = moved && isLive(next) ? { from: { startsAt, endsAt, until } } : {}
  const answer: StoredAnswer[] = key
    ? [
        {
          scope: 'change',
          key: key.key,
          fingerprint: key.fingerprint,
          answeredAt: now,
          tokenVersion: key.tokenVersion,
          record: next,
        },
      ]
    : []
  return docOf(next, {
    answers: [...stored.answers, ...answer],
    at: now,
    change: { kind, ...from },
    due: stored.due === true || moved || !isLive(next),
  })
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
