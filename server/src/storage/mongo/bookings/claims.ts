import type {
  BookedRecord,
  BookingRecord,
  HeldRecord,
  Span,
} from '../../../domain/bookings/booking.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { ClaimOutcome, Guard } from '../../port/storage.ts'
import { docOf, recordOf } from './record-mapper.ts'
import { type Bookings, replayOf } from './records.ts'
import type { StoredAnswer } from '../engine/documents.ts'
import type { Experts } from '../experts/experts.ts'
import { createTurns } from '../engine/operations.ts'

/** The operations that take time of an expert for the first time. Each comes down to one write. */
export function createClaims(bookings: Bookings, experts: Experts) {
  const inTurn = createTurns()

  async function hold(record: HeldRecord, guard: Guard): Promise<ClaimOutcome<HeldRecord>> {
    return limited(`holder ${record.holder}`, guard, async () => {
      const refusal = await refuse(record, guard)
      if (refusal) return refusal
      if (await isOver(guard, () => bookings.countHolds(record.holder, guard.now))) {
        return { kind: 'too_many' }
      }
      return insert(record, 'held', guard)
    })
  }

  async function book(record: BookedRecord, guard: Guard): Promise<ClaimOutcome<BookedRecord>> {
    const { email } = record.customer
    return limited(`email ${emailKey(email)}`, guard, async () => {
      const refusal = await refuse(record, guard)
      if (refusal) return refusal
      if (await isOver(guard, () => bookings.countBookings(email, guard.now))) {
        return { kind: 'too_many' }
      }
      return insert(record, 'booked', guard)
    })
  }

  async function confirm(
    record: BookedRecord,
    guard: Guard,
    wanted: { readonly id: string; readonly version: number },
  ): Promise<ClaimOutcome<BookedRecord>> {
    if (record.id !== wanted.id || record.version !== wanted.version + 1) {
      throw new Error(`Booking ${record.id} does not follow the hold ${wanted.id}`)
    }
    const { email } = record.customer
    return limited(`email ${emailKey(email)}`, guard, async () => {
      const [refusal, held] = await Promise.all([refuse(record, guard), bookings.find(wanted.id)])
      if (refusal) return refusal
      const before = held && recordOf(held)
      if (!held || !isConfirmable(before, record, guard)) return { kind: 'hold_gone' }
      if (await isOver(guard, () => bookings.countBookings(email, guard.now))) {
        return { kind: 'too_many' }
      }
      const doc = docOf(record, {
        answers: [...held.answers, answerOf(record, guard)],
        at: guard.now,
        change: { kind: 'booked' },
        due: held.due === true || !sameTime(before, record),
      })
      const written = await bookings.replace(doc, guard.now)
      if (written === 'done') return { kind: 'done', record }
      return (await settled(record, guard)) ?? { kind: written === 'stale' ? 'hold_gone' : 'taken' }
    })
  }

  async function insert<R extends HeldRecord | BookedRecord>(
    record: R,
    kind: 'held' | 'booked',
    guard: Guard,
  ): Promise<ClaimOutcome<R>> {
    const answers = [answerOf(record, guard)]
    const doc = docOf(record, { answers, at: guard.now, change: { kind }, due: true })
    const written = await bookings.insert(doc, guard.now)
    if (written === 'done') return { kind: 'done', record }
    return (await settled(record, guard)) ?? { kind: 'taken' }
  }

  /** What lost may have lost against itself: the same request, sent twice. */
  async function settled(record: BookingRecord, guard: Guard) {
    const { expertId } = record
    return replayOf(await bookings.findAnswer({ expertId }, guard.key.key, true), guard.key)
  }

  async function refuse({ expertId }: BookingRecord, guard: Guard) {
    const [answer, version] = await Promise.all([
      bookings.findAnswer({ expertId }, guard.key.key),
      experts.scheduleVersion(expertId),
    ])
    const replay = replayOf(answer, guard.key)
    if (replay) return replay
    return version === guard.scheduleVersion ? null : { kind: 'stale_schedule' as const }
  }

  /** Counting and writing are two steps: on one server, those of one person come one after the other. */
  function limited<T>(name: string, guard: Guard, work: () => Promise<T>): Promise<T> {
    return guard.limit === null ? work() : inTurn(name, work)
  }

  return { hold, book, confirm }
}

async function isOver({ limit }: Guard, count: () => Promise<number>): Promise<boolean> {
  return limit !== null && (await count()) >= limit
}

function answerOf(record: HeldRecord | BookedRecord, guard: Guard): StoredAnswer {
  return {
    scope: 'claim',
    key: guard.key.key,
    fingerprint: guard.key.fingerprint,
    answeredAt: guard.now,
    tokenVersion: record.state === 'booked' ? record.tokenVersion : 0,
    record,
  }
}

function isConfirmable(
  held: BookingRecord | null,
  booking: BookedRecord,
  guard: Guard,
): held is HeldRecord {
  return (
    held?.state === 'held' &&
    held.version === booking.version - 1 &&
    held.expertId === booking.expertId &&
    held.expiresAt > guard.now
  )
}

export function sameTime(a: Span, b: Span): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt && a.until === b.until
}
