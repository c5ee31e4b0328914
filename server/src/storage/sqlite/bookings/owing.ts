import type { Party } from '@expertconnect/contract/bookings/shapes'
import type { SlotRecord } from '../../../domain/bookings/booking.ts'
import { messagesOf, type Owed, tellingOf } from '../../../domain/messages/owed.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { recordOf, type RecordRow } from './record-mapper.ts'
import type { Database } from '../engine/driver.ts'
import { chunk } from '../engine/write-queue.ts'
import type { Messages } from '../messages/messages.ts'

export interface OwingRow extends RecordRow {
  readonly owed: string | null
  readonly remind_at: Instant | null
}

export type Owing = ReturnType<typeof createOwing>

/** What bookings owe stands in their rows, one line each, until it is made a message of. */
export function createOwing(db: Database) {
  const add = db.prepare(
    `UPDATE record SET owed = coalesce(owed || char(10), '') || ? WHERE id = ?`,
  )
  const addAndRemind = db.prepare(
    `UPDATE record SET owed = coalesce(owed || char(10), '') || ?, remind_at = ? WHERE id = ?`,
  )
  const remind = db.prepare('UPDATE record SET remind_at = ? WHERE id = ?')
  const owing = db.prepare<OwingRow>(`SELECT * FROM record WHERE owed IS NOT NULL LIMIT ${chunk}`)
  const reminding = db.prepare<OwingRow>(
    `SELECT * FROM record WHERE remind_at <= ? ORDER BY remind_at LIMIT ${chunk}`,
  )
  const set = db.prepare('UPDATE record SET owed = ?, remind_at = ? WHERE id = ?')

  /** In the commit of the change from `before` to `next`. */
  function owe(before: SlotRecord | null, next: SlotRecord, at: Instant, by?: Party): void {
    const { owed, remindAt } = tellingOf(before, next, at, by)
    if (owed.length === 0) {
      if (remindAt !== undefined) remind.run(remindAt, next.id)
      return
    }
    const lines = linesOf(owed)
    if (remindAt === undefined) add.run(lines, next.id)
    else addAndRemind.run(lines, remindAt, next.id)
  }

  /** In one commit: those that owe something, and those to be reminded of. Answers how many. */
  function takeUp(messages: Messages, now: Instant): number {
    const rows = [...owing.all(), ...reminding.all(now)]
    for (const row of rows) {
      const made = messagesOf(recordOf(row), owedIn(row.owed), row.remind_at, now)
      made.messages.forEach(messages.insert)
      set.run(null, made.remindAt, row.id)
    }
    return rows.length
  }

  /** What was owed elsewhere. */
  function keep(id: string, owed: readonly Owed[], remindAt: Instant | null): void {
    if (owed.length > 0 || remindAt !== null) set.run(linesOf(owed), remindAt, id)
  }

  return { owe, takeUp, keep }
}

function linesOf(owed: readonly Owed[]): string | null {
  return owed.length === 0 ? null : owed.map((each) => JSON.stringify(each)).join('\n')
}

export function owedIn(lines: string | null): Owed[] {
  return lines === null ? [] : lines.split('\n').map((line) => JSON.parse(line) as Owed)
}
