import {
  type BookedRecord,
  type LiveRecord,
  sameTime,
  type SlotRecord,
} from '../../../domain/bookings/booking.ts'
import { isConfirmable } from '../../../domain/bookings/transitions.ts'
import type { BookingStorage, ClaimOutcome, Guard } from '../../port/bookings.ts'
import { answerToClaim, replayOf } from '../../rules/answers.ts'
import type { StoredAnswer } from '../engine/documents.ts'
import { createTurns } from '../engine/operations.ts'
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

/** The operations that take time of an expert for the first time. Each comes down to one write. */
export function createClaims({
  records,
  answers,
  schedules,
}: Parts): Pick<BookingStorage, 'hold' | 'claim' | 'confirm'> {
  const inTurn = createTurns()

  async function make<R extends LiveRecord>(record: R, guard: Guard): Promise<ClaimOutcome<R>> {
    return limited(record, guard, async () => {
      const [stale, over] = await Promise.all([
        refuseStale(record, guard),
        refuseOver(records, record, guard.now, guard.ceilings),
      ])
      const refusal = stale ?? over
      return refusal ? unlessAnswered(record, guard, refusal) : insert(record, guard)
    })
  }

  async function confirm(record: BookedRecord, guard: Guard): Promise<ClaimOutcome<BookedRecord>> {
    return limited(record, guard, async () => {
      const [stale, held, over] = await Promise.all([
        refuseStale(record, guard),
        records.docBefore(record.id, guard.before),
        refuseOver(records, record, guard.now, guard.ceilings),
      ])
      const replay = held && replayOf(answerIn(held, record, guard.key.key), guard.key)
      if (replay) return replay
      if (stale) return unlessAnswered(record, guard, stale)
      const before = held && recordOf(held)
      if (!held || !isConfirmable(before, record, guard.now)) {
        return unlessAnswered(record, guard, { kind: 'hold_gone' })
      }
      if (over) return unlessAnswered(record, guard, over)
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

  async function refuseStale({ expertId }: SlotRecord, { scheduleVersion }: Guard) {
    const isCurrent = await schedules.isCurrent(expertId, scheduleVersion)
    return isCurrent ? null : { kind: 'stale_schedule' as const }
  }

  /**
   * What was answered to the same request before counts for more than a refusal. Nothing is looked up before a write: the
   * index refuses a key that is there.
   */
  async function unlessAnswered<T>({ expertId }: SlotRecord, { key }: Guard, refusal: T) {
    return replayOf(await answers.find({ expertId }, key.key), key) ?? refusal
  }

  /** Counting and writing are two steps: on one server, those of one maker come one after the other. */
  function limited<T>(record: LiveRecord, guard: Guard, work: () => Promise<T>): Promise<T> {
    return guard.ceilings ? inTurn(turnOf(record), work) : work()
  }

  return { hold: make, claim: make, confirm }
}

function turnOf({ maker, network, expertId, ...record }: LiveRecord): string {
  if (maker !== undefined) return `maker ${maker}`
  // Made-up names of browsers must not get past the ceiling of a network by coming at once.
  if (network !== undefined) return `unproved ${expertId} ${network}`
  return record.state === 'held' ? `holder ${record.holder}` : `booking ${record.id}`
}

function storedAnswer(record: LiveRecord, guard: Guard): StoredAnswer {
  return { scope: 'claim', key: guard.key.key, ...answerToClaim(record, guard) }
}
