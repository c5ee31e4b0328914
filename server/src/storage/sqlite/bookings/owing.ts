import type { MessageOfBooking } from '../../../domain/messages/message.ts'
import { messagesOf, messagesOfChanges, type Owed } from '../../../domain/messages/owed.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { takenUpAtOnce } from '../../rules/owing.ts'
import { recordOf, type RecordRow } from './record-mapper.ts'
import type { Database } from '../engine/driver.ts'
import type { Messages } from '../messages/messages.ts'

export interface OwingRow extends RecordRow {
  readonly owed: string | null
  readonly remind_at: Instant | null
}

/** Makes messages of what bookings owe: it stands in their rows, one line each, written with the change itself. */
export function createTakeUp(db: Database, messages: Messages) {
  const telling = db.prepare<OwingRow>(
    `SELECT * FROM record WHERE tell_at <= ? ORDER BY tell_at LIMIT ${takenUpAtOnce}`,
  )
  const set = db.prepare('UPDATE record SET owed = NULL, remind_at = ? WHERE id = ?')

  /** In one commit. Answers how many bookings had come to it. */
  return function takeUp(now: Instant): number {
    const rows = telling.all(now)
    for (const row of rows) {
      const made = messagesOf(recordOf(row), owedIn(row.owed), row.remind_at, now)
      made.messages.forEach(messages.insert)
      set.run(made.remindAt, row.id)
    }
    return rows.length
  }
}

/** What a booking owes that is no message yet. */
export function createOwedOf(db: Database) {
  const owing = db.prepare<Pick<OwingRow, 'owed'>>(
    'SELECT owed FROM record WHERE id = ? AND owed IS NOT NULL',
  )
  return (bookingId: string): MessageOfBooking[] => {
    const row = owing.get(bookingId)
    return row ? messagesOfChanges(bookingId, owedIn(row.owed)) : []
  }
}

export function linesOf(owed: readonly Owed[]): string | null {
  return owed.length === 0 ? null : owed.map((each) => JSON.stringify(each)).join('\n')
}

export function owedIn(lines: string | null): Owed[] {
  return lines === null ? [] : lines.split('\n').map((line) => JSON.parse(line) as Owed)
}
