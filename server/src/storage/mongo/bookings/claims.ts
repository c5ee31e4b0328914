import {
  type BookedRecord,
  type HeldRecord,
  type LiveRecord,
  sameTime,
  type SlotRecord,
} from '../../../domain/bookings/booking.ts'
import { isConfirmable } from '../../../domain/bookings/transitions.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { BookingStorage, ClaimOutcome, Guard } from '../../port/bookings.ts'
import { answerToClaim, replayOf } from '../../rules/answers.ts'
import type { StoredAnswer } from '../engine/documents.ts'
import { createTurns } from '../engine/operations.ts'
import { owingAfter } from './owing.ts'
import type { Schedules } from '../schedules/schedules.ts'
import type { Answers } from './answers.ts'
import { docOf, recordOf } from './record-mapper.ts'
import type { Records } from './records.ts'

interface Parts {
  readonly records: Records
  readonly answers: Answers
  readonly schedules: Schedules
}

/** The operations that take time of an expert for the first time. Each comes down to one write. */
export function createClaims({
  records,
  answers,
  schedules,
}: Parts): Pick<BookingStorage, 'hold' | 'claim' | 'confirm'> {
  const inTurn = createTurns()

  async function hold(record: HeldRecord, guard: Guard): Promise<ClaimOutcome<HeldRecord>> {
    return limited(`holder ${record.holder}`, guard, async () => {
      const refusal = await refuse(record, guard)
      if (refusal) return refusal
      if (await isOver(guard, () => records.countHolds(record.holder, guard.now))) {
        return { kind: 'too_many' }
      }
      return insert(record, guard)
    })
  }

  async function claim(record: BookedRecord, guard: Guard): Promise<ClaimOutcome<BookedRecord>> {
    const { email } = record.customer
    return limited(`email ${emailKey(email)}`, guard, async () => {
      const refusal = await refuse(record, guard)
      if (refusal) return refusal
      if (await isOver(guard, () => records.countBookings(email, guard.now))) {
        return { kind: 'too_many' }
      }
      return insert(record, guard)
    })
  }

  async function confirm(record: BookedRecord, guard: Guard): Promise<ClaimOutcome<BookedRecord>> {
    const { email } = record.customer
    return limited(`email ${emailKey(email)}`, guard, async () => {
      const [refusal, held] = await Promise.all([refuse(record, guard), records.findDoc(record.id)])
      if (refusal) return refusal
      const before = held && recordOf(held)
      if (!held || !isConfirmable(before, record, guard.now)) return { kind: 'hold_gone' }
      if (await isOver(guard, () => records.countBookings(email, guard.now))) {
        return { kind: 'too_many' }
      }
      const doc = docOf(record, {
        answers: [...held.answers, storedAnswer(record, guard)],
        at: guard.now,
        change: { kind: 'booked' },
        due: held.due === true || !sameTime(before, record),
        owing: owingAfter(held, record, guard.now),
      })
      const written = await records.replace(doc, guard.now)
      if (written === 'done') return { kind: 'done', record }
      return (await settled(record, guard)) ?? { kind: written === 'stale' ? 'hold_gone' : 'taken' }
    })
  }

  async function insert<R extends LiveRecord>(record: R, guard: Guard): Promise<ClaimOutcome<R>> {
    const answered = [storedAnswer(record, guard)]
    const doc = docOf(record, {
      answers: answered,
      at: guard.now,
      change: { kind: record.state },
      due: true,
      owing: owingAfter(null, record, guard.now),
    })
    const written = await records.insert(doc, guard.now)
    if (written === 'done') return { kind: 'done', record }
    return (await settled(record, guard)) ?? { kind: 'taken' }
  }

  /** What lost may have lost against itself: the same request, sent twice. */
  function settled({ expertId }: SlotRecord, guard: Guard) {
    return answers.settled({ expertId }, guard.key)
  }

  async function refuse({ expertId }: SlotRecord, guard: Guard) {
    const [answer, version] = await Promise.all([
      answers.find({ expertId }, guard.key.key),
      schedules.version(expertId),
    ])
    const replay = replayOf(answer, guard.key)
    if (replay) return replay
    return version === guard.scheduleVersion ? null : { kind: 'stale_schedule' as const }
  }

  /** Counting and writing are two steps: on one server, those of one person come one after the other. */
  function limited<T>(name: string, guard: Guard, work: () => Promise<T>): Promise<T> {
    return guard.limit === null ? work() : inTurn(name, work)
  }

  return { hold, claim, confirm }
}

async function isOver({ limit }: Guard, count: () => Promise<number>): Promise<boolean> {
  return limit !== null && (await count()) >= limit
}

function storedAnswer(record: LiveRecord, guard: Guard): StoredAnswer {
  return { scope: 'claim', key: guard.key.key, ...answerToClaim(record, guard) }
}
