import {
  failedStates,
  isOfBooking,
  isPoisoned,
  type Message,
} from '../../../domain/messages/message.ts'
import { outdoneBy } from '../../../domain/messages/truth.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { LeaseAsked, LeasedMessage, MessagesAsked, Settlement } from '../../port/messages.ts'
import type { Page, TimePlace } from '../../port/page.ts'
import { pageOf } from '../../rules/page-of.ts'
import type { Database } from '../engine/driver.ts'
import { chunk } from '../engine/write-queue.ts'
import { messageColumns, messageOf, type MessageRow, valuesOf } from './message-mapper.ts'

export type Messages = ReturnType<typeof createMessages>

/** The rows of messages. What is written is part of a transaction of the write queue. */
export function createMessages(db: Database) {
  const marks = messageColumns.map(() => '?').join(', ')
  const insertRow = db.prepare(
    `INSERT OR IGNORE INTO message (${messageColumns.join(', ')}) VALUES (${marks})`,
  )
  const byId = db.prepare<MessageRow>('SELECT * FROM message WHERE id = ?')
  const nextDue = db.prepare<MessageRow>(`
    SELECT * FROM message AS next
    WHERE state = 'waiting' AND due_at <= ?1 AND lease_until <= ?1
      AND NOT EXISTS (
        SELECT 1 FROM message AS other
        WHERE other.line = next.line AND other.state = 'waiting' AND other.lease_until > ?1)
    ORDER BY due_at, owed_at LIMIT 1`)
  const lease = db.prepare(`
    UPDATE message SET lease = ?, lease_until = ?, crashes = crashes + 1,
      message_id = coalesce(message_id, ?), dated = coalesce(dated, ?)
    WHERE id = ?`)
  const park = db.prepare(
    `UPDATE message SET state = 'parked', lease = NULL, settled_at = ? WHERE id = ?`,
  )
  const laterOf = db.prepare<{ kind: string }>(
    'SELECT kind FROM message WHERE line = ? AND version > ?',
  )
  const end = db.prepare(`
    UPDATE message SET state = ?, settled_at = ?, reply = ?, lease = NULL, lease_until = 0
    WHERE id = ? AND lease = ?`)
  // The lease has counted as a crash.
  const again = db.prepare(`
    UPDATE message SET due_at = ?1, reply = ?2, lease = NULL, lease_until = 0,
      attempts = attempts + (?3 = 'an attempt'),
      crashes = CASE ?3 WHEN 'a crash' THEN crashes WHEN 'nothing' THEN crashes - 1 ELSE 0 END
    WHERE id = ?4 AND lease = ?5`)
  const sendBack = db.prepare(`
    UPDATE message SET state = 'refused', settled_at = ?, reply = ?
    WHERE message_id = ? AND state = 'handed_over'`)
  const begin = db.prepare(`
    UPDATE message SET state = 'waiting', due_at = ?1, attempts = 0, crashes = 0, settled_at = NULL
    WHERE id = ?2 AND state IN ('refused', 'expired', 'parked') AND expires_at > ?1`)
  const ofBooking = db.prepare<MessageRow>(
    'SELECT * FROM message WHERE booking_id = ? ORDER BY owed_at DESC, due_at DESC, id DESC',
  )
  const behind = '(owed_at, id) < (?, ?) ORDER BY owed_at DESC, id DESC LIMIT ?'
  const failed = failedStates.map((state) => `'${state}'`).join(', ')
  const pages = {
    all: db.prepare<MessageRow>(`SELECT * FROM message WHERE ${behind}`),
    waiting: db.prepare<MessageRow>(`SELECT * FROM message WHERE state = 'waiting' AND ${behind}`),
    failed: db.prepare<MessageRow>(
      `SELECT * FROM message WHERE state IN (${failed}) AND ${behind}`,
    ),
  }
  const counts = db.prepare<{ waiting: number; failed: number }>(`
    SELECT (SELECT count(*) FROM message WHERE state = 'waiting') AS waiting,
      (SELECT count(*) FROM message WHERE state IN (${failed})) AS failed`)
  const deleteOfLine = db.prepare('DELETE FROM message WHERE line = ?')
  const deleteSettled = db.prepare(`
    DELETE FROM message WHERE id IN (SELECT id FROM message WHERE settled_at < ? LIMIT ${chunk})`)

  /** What is there already stays as it is. */
  function insert(message: Message): void {
    insertRow.run(...valuesOf(message))
  }

  /** Parks what broke too often, and goes on to the next one. */
  function leaseNext(asked: LeaseAsked): LeasedMessage | null {
    const { now, forMs, name, stamp } = asked
    for (;;) {
      const row = nextDue.get(now)
      if (!row) return null
      if (isPoisoned(row)) {
        park.run(now, row.id)
        continue
      }
      lease.run(name, now + forMs, stamp.messageId, stamp.date, row.id)
      const message = messageOf(row)
      return {
        message: { ...message, crashes: message.crashes + 1, stamp: message.stamp ?? stamp },
        lease: name,
        isOutdone: isOutdone(message),
      }
    }
  }

  function isOutdone(message: Message): boolean {
    if (!isOfBooking(message)) return false
    const outdoing: readonly string[] = outdoneBy(message.kind)
    return laterOf
      .all(message.line, message.about.version)
      .some((later) => outdoing.includes(later.kind))
  }

  function settle(id: string, name: string, settlement: Settlement): boolean {
    const { reply } = settlement
    if (settlement.kind !== 'again') {
      return end.run(settlement.kind, settlement.at, reply, id, name) === 1
    }
    return again.run(settlement.dueAt, reply, settlement.costs, id, name) === 1
  }

  function list({ show, after, limit }: MessagesAsked): Page<Message, TimePlace> {
    const { at, id } = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
    const found = pages[show].all(at, id, limit + 1).map(messageOf)
    return pageOf(found, limit, (last) => ({ at: last.owedAt, id: last.id }))
  }

  return {
    insert,
    leaseNext,
    settle,
    bounced: (messageId: string, at: Instant, reply: string): boolean =>
      sendBack.run(at, reply, messageId) > 0,
    retry: (id: string, now: Instant): boolean => begin.run(now, id) === 1,
    find(id: string): Message | null {
      const row = byId.get(id)
      return row ? messageOf(row) : null
    },
    listOfBooking: (bookingId: string) =>
      ofBooking.all(bookingId).map(messageOf).filter(isOfBooking),
    list,
    countOf: () => {
      const { waiting = 0, failed: gone = 0 } = counts.get() ?? {}
      return { waiting, failed: gone }
    },
    /** At the start: one server alone has the file, so whoever held a lease is gone. */
    endLeases: (): void =>
      db.exec(`UPDATE message SET lease_until = 0 WHERE state = 'waiting' AND lease_until > 0`),
    forgetLine: (line: string): void => void deleteOfLine.run(line),
    forgetSettled: (before: Instant): number => deleteSettled.run(before),
  }
}
