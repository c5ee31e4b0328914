import type { SlotRecord } from '../../domain/bookings/booking.ts'
import type { Answer, Change, Guard, Key, Replay } from '../port/bookings.ts'

/** What becomes of a key: `null` if it is new. */
export function replayOf(answer: Answer | null, { fingerprint }: Key): Replay | null {
  if (!answer) return null
  return answer.fingerprint === fingerprint ? { kind: 'replayed', answer } : { kind: 'key_reused' }
}

/** Whose details a provisional booking has is kept with it alone, and goes with it. */
export function answerToClaim(record: SlotRecord, { key, now }: Guard): Answer {
  return {
    record: record.state === 'held' ? { ...record, pending: undefined } : record,
    answeredAt: now,
    fingerprint: key.fingerprint,
    tokenVersion: record.state === 'booked' ? record.tokenVersion : 0,
  }
}

export function answerToChange<R extends SlotRecord>(
  { next, now }: Change<R>,
  { fingerprint, tokenVersion }: NonNullable<Change<R>['key']>,
): Answer {
  return { record: next, answeredAt: now, fingerprint, tokenVersion }
}
