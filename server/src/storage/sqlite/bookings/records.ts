import type {
  SlotRecord,
  Committed,
  LiveRecord,
  OccupiedTime,
  Span,
} from '../../../domain/bookings/booking.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { cellsOf } from '../../../domain/bookings/occupancy.ts'
import { emailKey } from '../../../domain/people/person.ts'
import { release as releaseHold } from '../../../domain/bookings/transitions.ts'
import type { Telling } from '../../../domain/messages/owed.ts'
import type { OccupiedRange, Unproved } from '../../port/bookings.ts'
import { noneUnproved } from '../../rules/ceilings.ts'
import { isUniqueViolation, type Database } from '../engine/driver.ts'
import { linesOf } from './owing.ts'
import {
  occupiedTimeOf,
  recordColumns,
  recordOf,
  valuesOf,
  type LiveRow,
  type RecordRow,
} from './record-mapper.ts'

/** The rows of records and their cells. All of it runs inside a transaction of the write queue, reads apart. */
export type Records = ReturnType<typeof createRecords>

const nothing: Telling = { owed: [] }

export function createRecords(db: Database) {
  const columns = recordColumns.join(', ')
  const marks = recordColumns.map(() => '?').join(', ')
  const byId = db.prepare<RecordRow>('SELECT * FROM record WHERE id = ?')
  const insertRow = db.prepare(
    `INSERT INTO record (${columns}, owed, remind_at) VALUES (${marks}, ?, ?)`,
  )
  const updateRow = db.prepare(
    `UPDATE record SET (${columns}) = (${marks}) WHERE id = ? AND version = ?`,
  )
  const updateAndTell = db.prepare(`
    UPDATE record SET (${columns}, owed, remind_at) =
      (${marks}, nullif(concat_ws(char(10), owed, ?), ''), iif(?, ?, remind_at))
    WHERE id = ? AND version = ?`)
  const live = db.prepare<LiveRow>(`
    SELECT id, version, state, starts_at, ends_at, until, expires_at FROM record
    WHERE expert_id = ? AND state IN ('held', 'booked') AND until > ? AND starts_at < ?
      AND (state = 'booked' OR expires_at > ?)
    ORDER BY starts_at`)
  const holdsOf = db.prepare<{ count: number }>(`
    SELECT count(*) AS count FROM record WHERE state = 'held' AND holder = ? AND expires_at > ?
      AND id <> ?`)
  const bookingsOf = db.prepare<{ count: number }>(`
    SELECT count(*) AS count FROM record WHERE state = 'booked' AND maker = ? AND ends_at > ?
      AND id <> ?`)
  const unprovedOf = db.prepare<Unproved>(`
    SELECT coalesce(sum(iif(network = ?2, until - starts_at, 0)), 0) AS network,
      coalesce(sum(iif(created_at > ?3, until - starts_at, 0)), 0) AS lately
    FROM record
    WHERE expert_id = ?1 AND network IS NOT NULL AND maker IS NULL AND state IN ('held', 'booked')
      AND ends_at > ?4 AND coalesce(expires_at, ends_at) > ?4 AND id <> ?5`)
  const proveRows = db.prepare(`
    UPDATE record SET maker = ?
    WHERE email_key = ? AND state = 'booked' AND ends_at > ? AND network IS NOT NULL
      AND maker IS NULL`)
  const expiredInTheWay = db.prepare<RecordRow>(`
    SELECT * FROM record
    WHERE id IN (SELECT record_id FROM cell WHERE expert_id = ? AND cell BETWEEN ? AND ?)
      AND state = 'held' AND expires_at <= ?`)
  const insertCell = db.prepare('INSERT INTO cell (expert_id, cell, record_id) VALUES (?, ?, ?)')
  const ownedCell = db.prepare(
    'SELECT 1 FROM cell WHERE expert_id = ? AND cell BETWEEN ? AND ? LIMIT 1',
  )
  const deleteCells = db.prepare(
    'DELETE FROM cell WHERE expert_id = ? AND cell BETWEEN ? AND ? AND record_id = ?',
  )

  function find(id: string): SlotRecord | null {
    const row = byId.get(id)
    return row ? recordOf(row) : null
  }

  function insert(record: SlotRecord, at: Instant, { owed, remindAt }: Telling = nothing): void {
    insertRow.run(...valuesOf(record, at), linesOf(owed), remindAt ?? null)
  }

  /** False if the stored version is not one below. */
  function replace(next: SlotRecord, at: Instant, telling: Telling = nothing): boolean {
    const { owed, remindAt } = telling
    const values = valuesOf(next, at)
    const stored = [next.id, next.version - 1]
    if (owed.length === 0 && remindAt === undefined)
      return updateRow.run(...values, ...stored) === 1
    const told = [linesOf(owed), Number(remindAt !== undefined), remindAt ?? null]
    return updateAndTell.run(...values, ...told, ...stored) === 1
  }

  /** False if another record owns one of the cells; the caller must undo what was written so far. */
  function takeCells(record: SlotRecord): boolean {
    try {
      for (const cell of cellsOf(record)) insertCell.run(record.expertId, cell, record.id)
      return true
    } catch (error) {
      if (isUniqueViolation(error)) return false
      throw error
    }
  }

  function freeCells(record: SlotRecord): void {
    const [from, to] = cellRange(record)
    deleteCells.run(record.expertId, from, to, record.id)
  }

  function isAnyOwned(expertId: string, span: Span): boolean {
    const [from, to] = cellRange(span)
    return ownedCell.get(expertId, from, to) !== undefined
  }

  /** Leaves no expired hold on the cells of this record. */
  function releaseInTheWay(record: SlotRecord, now: Instant): Committed[] {
    const [from, to] = cellRange(record)
    return expiredInTheWay
      .all(record.expertId, from, to, now)
      .map((row) => release(recordOf(row), now))
  }

  function release(record: SlotRecord, now: Instant): Committed {
    if (record.state !== 'held') throw new Error(`Record ${record.id} is no hold`)
    const released = releaseHold(record)
    replace(released, now)
    freeCells(record)
    return { kind: 'released', record: released }
  }

  return {
    find,
    insert,
    replace,
    takeCells,
    freeCells,
    isAnyOwned,
    releaseInTheWay,
    release,
    listOccupied: (expertId: string, { from, to, now }: OccupiedRange): OccupiedTime[] =>
      live.all(expertId, from, to, now).map(occupiedTimeOf),
    countHolds: (holder: string, now: Instant, but: string): number =>
      holdsOf.get(holder, now, but)?.count ?? 0,
    countBookings: (maker: string, now: Instant, but: string): number =>
      bookingsOf.get(maker, now, but)?.count ?? 0,
    sumUnproved: (record: LiveRecord, since: Instant, now: Instant): Unproved =>
      unprovedOf.get(record.expertId, record.network ?? null, since, now, record.id) ??
      noneUnproved,
    prove: (email: string, maker: string, now: Instant): void =>
      void proveRows.run(maker, emailKey(email), now),
  }
}

function cellRange(span: Span): [number, number] {
  const cells = cellsOf(span)
  return [cells[0] ?? 0, cells.at(-1) ?? -1]
}
