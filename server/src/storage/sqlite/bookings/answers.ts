import type { BookingRecord } from '../../../domain/bookings/booking.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { Answer, Key } from '../../port/storage.ts'
import type { Database } from '../engine/driver.ts'

/** A key means something within one expert (creating) or one booking (changing). */
export type Scope = `expert:${string}` | `booking:${string}`

export interface AnswerRow {
  readonly fingerprint: string
  readonly answered_at: Instant
  readonly token_version: number
  readonly record: string
}

export type Answers = ReturnType<typeof createAnswers>

export function createAnswers(db: Database) {
  const byKey = db.prepare<AnswerRow>(
    'SELECT fingerprint, answered_at, token_version, record FROM answer WHERE scope = ? AND key = ?',
  )
  const insert = db.prepare(`
    INSERT INTO answer (scope, key, fingerprint, answered_at, token_version, of_hold, record)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)

  function find(scope: Scope, key: string): Answer | null {
    const row = byKey.get(scope, key)
    return row ? answerOf(row) : null
  }

  /** `null` if the key is new. */
  function replay(
    scope: Scope,
    { key, fingerprint }: Key,
  ):
    | { readonly kind: 'replayed'; readonly answer: Answer }
    | { readonly kind: 'key_reused' }
    | null {
    const answer = find(scope, key)
    if (!answer) return null
    return answer.fingerprint === fingerprint
      ? { kind: 'replayed', answer }
      : { kind: 'key_reused' }
  }

  function remember(scope: Scope, key: string, answer: Answer): void {
    const { fingerprint, answeredAt, tokenVersion, record } = answer
    const ofHold = record.state === 'held' ? 1 : 0
    const snapshot = JSON.stringify(record)
    insert.run(scope, key, fingerprint, answeredAt, tokenVersion, ofHold, snapshot)
  }

  return { find, replay, remember }
}

export function answerOf(row: AnswerRow): Answer {
  return {
    record: JSON.parse(row.record) as BookingRecord,
    answeredAt: row.answered_at,
    fingerprint: row.fingerprint,
    tokenVersion: row.token_version,
  }
}
