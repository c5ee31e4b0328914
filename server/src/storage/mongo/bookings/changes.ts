import { isLive, sameTime, type SlotRecord } from '../../../domain/bookings/booking.ts'
import { changeOf, isChangeable } from '../../../domain/bookings/transitions.ts'
import type { BookingStorage, Change, ChangeOutcome } from '../../port/bookings.ts'
import { answerToChange, replayOf } from '../../rules/answers.ts'
import type { BookingDoc, StoredAnswer } from '../engine/documents.ts'
import { owingAfter } from './owing.ts'
import type { Schedules } from '../schedules/schedules.ts'
import { answerIn, type Answers } from './answers.ts'
import { docOf, recordOf } from './record-mapper.ts'
import { refuseOver } from './ceilings.ts'
import type { Records } from './records.ts'

interface Parts {
  readonly records: Records
  readonly answers: Answers
  readonly schedules: Schedules
}

/** The one operation that replaces a record: one write, guarded by the version that it follows. */
export function createChange({ records, answers, schedules }: Parts): BookingStorage['change'] {
  return async function change<R extends SlotRecord>(asked: Change<R>): Promise<ChangeOutcome<R>> {
    const { next, now, key, scheduleVersion } = asked
    const scope = { bookingId: next.id }
    const [stored, isCurrent, over] = await Promise.all([
      records.docBefore(next.id, asked.before),
      scheduleVersion === undefined || schedules.isCurrent(next.expertId, scheduleVersion),
      isLive(next) ? refuseOver(records, next, now, asked.ceilings) : null,
    ])
    const replay = key && stored && replayOf(answerIn(stored, scope, key.key), key)
    if (replay) return replay
    const before = stored && recordOf(stored)
    if (!stored || !isChangeable(before, next, now)) return { kind: 'stale_version' }
    if (!isCurrent) return { kind: 'stale_schedule' }
    if (over) return { kind: 'unproved' }

    const written = await records.replace(docAfter(stored, before, asked), now, asked.audit)
    if (written === 'done') return { kind: 'done', record: next }
    if (written === 'duplicate') return { kind: 'taken' }
    // The same change, sent twice, may have been the first.
    return (key && (await answers.settled(scope, key))) ?? { kind: 'stale_version' }
  }
}

function docAfter<R extends SlotRecord>(
  stored: BookingDoc,
  before: SlotRecord,
  asked: Change<R>,
): BookingDoc {
  const { next, now, key, by } = asked
  const answer: StoredAnswer[] = key
    ? [{ scope: 'change', key: key.key, ...answerToChange(asked, key) }]
    : []
  return docOf(next, {
    answers: [...stored.answers, ...answer],
    at: now,
    change: changeOf(before, next),
    due: stored.due === true || !sameTime(before, next) || !isLive(next),
    owing: owingAfter(stored, next, now, by),
  })
}
