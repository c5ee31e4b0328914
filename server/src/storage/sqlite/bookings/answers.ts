import type { SlotRecord } from '../../../domain/bookings/booking.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { Answer, AnswerScope, Key, Replay } from '../../port/bookings.ts'
import { replayOf } from '../../rules/answers.ts'
import type { Database } from '../engine/driver.ts'

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

  function find(scope: AnswerScope, key: string): Answer | null {
    const row = byKey.get(nameOf(scope), key)
    return row ? answerOf(row) : null
  }

  function remember(scope: AnswerScope, key: string, answer: Answer): void {
    const { fingerprint, answeredAt, tokenVersion, record } = answer
    const ofHold = record.state === 'held' ? 1 : 0
    const snapshot = JSON.stringify(record)
    insert.run(nameOf(scope), key, fingerprint, answeredAt, tokenVersion, ofHold, snapshot)
  }

  return {
    find,
    remember,
    /** `null` if the key is new. */
    replay: (scope: AnswerScope, key: Key): Replay | null => replayOf(find(scope, key.key), key),
  }
}

/** How a scope is stored. */
function nameOf(scope: AnswerScope): string {
  return 'expertId' in scope ? `expert:${scope.expertId}` : `booking:${scope.bookingId}`
}

export function answerOf(row: AnswerRow): Answer {
  return {
    record: JSON.parse(row.record) as SlotRecord,
    answeredAt: row.answered_at,
    fingerprint: row.fingerprint,
    tokenVersion: row.token_version,
  }
}
