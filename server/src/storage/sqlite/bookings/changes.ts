import {
  type Committed,
  isLive,
  sameTime,
  type SlotRecord,
} from '../../../domain/bookings/booking.ts'
import { tellingOf } from '../../../domain/messages/owed.ts'
import { changeOf, isChangeable } from '../../../domain/bookings/transitions.ts'
import type { BookingStorage, Change, ChangeOutcome } from '../../port/bookings.ts'
import { answerToChange } from '../../rules/answers.ts'
import type { Audit } from '../audit/audit.ts'
import { done, type Outcome, refused, type Write } from '../engine/write-queue.ts'
import type { Schedules } from '../schedules/schedules.ts'
import type { Answers } from './answers.ts'
import { refuseOver } from './ceilings.ts'
import type { Records } from './records.ts'

interface Parts {
  readonly records: Records
  readonly answers: Answers
  readonly schedules: Schedules
  readonly audit: Audit
}

/** The one operation that replaces a record, inside one savepoint. */
export function createChange(
  { records, answers, schedules, audit }: Parts,
  write: Write,
): BookingStorage['change'] {
  function change<R extends SlotRecord>(asked: Change<R>): Outcome<ChangeOutcome<R>> {
    const { next, now, key, scheduleVersion } = asked
    const scope = { bookingId: next.id }
    const replay = key && answers.replay(scope, key)
    if (replay) return refused(replay)

    const before = records.find(next.id)
    if (!isChangeable(before, next, now)) return refused({ kind: 'stale_version' })
    if (scheduleVersion !== undefined && schedules.version(next.expertId) !== scheduleVersion) {
      return refused({ kind: 'stale_schedule' })
    }
    const over = isLive(next) && refuseOver(records, next, now, asked.ceilings)
    if (over) return refused({ kind: 'unproved' })
    const made = changeOf(before, next)
    const telling = tellingOf(before, next, now, asked.by)
    if (!records.replace(next, now, telling)) return refused({ kind: 'stale_version' })

    const moved = !sameTime(before, next)
    const released: Committed[] = []
    if (moved || !isLive(next)) records.freeCells(before)
    if (moved && isLive(next)) {
      released.push(...records.releaseInTheWay(next, now))
      if (!records.takeCells(next)) return refused({ kind: 'taken' })
    }
    if (key) answers.remember(scope, key.key, answerToChange(asked, key))
    if (asked.audit) audit.insert(asked.audit)
    return done({ kind: 'done', record: next }, [...released, { ...made, record: next }])
  }

  return (asked) => write(() => change(asked))
}
