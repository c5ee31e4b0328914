import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { CallEvent } from '../../../domain/calls/call-event.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { CallEventStorage } from '../../port/calls.ts'
import type { Database } from '../engine/driver.ts'
import { chunk, done, untilDone, type Write } from '../engine/write-queue.ts'

export interface CallEventRow {
  readonly id: string
  readonly booking_id: string
  readonly role: CallRole
  readonly kind: CallEvent['kind']
  readonly seat: string
  readonly at: Instant
  readonly server: string
  readonly open: number
}

export type CallEvents = ReturnType<typeof createCallEvents>

/** The rows of events. What is written is part of a transaction of the write queue. */
export function createCallEvents(db: Database) {
  const insertRow = db.prepare(`
    INSERT INTO call_event (id, booking_id, role, kind, seat, at, server, open)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`)
  const ofBooking = db.prepare<CallEventRow>('SELECT * FROM call_event WHERE booking_id = ?')
  const openOnes = db.prepare<{ id: string }>(
    'SELECT DISTINCT booking_id AS id FROM call_event WHERE open = 1',
  )
  const settleRow = db.prepare('UPDATE call_event SET open = 0 WHERE id = ? AND open = 1')
  const deleteOld = db.prepare(
    `DELETE FROM call_event WHERE rowid IN (SELECT rowid FROM call_event WHERE at < ? LIMIT ${chunk})`,
  )

  return {
    insert: (event: CallEvent, isOpen: boolean): void => {
      const { id, bookingId, role, kind, seat, at, server } = event
      insertRow.run(id, bookingId, role, kind, seat, at, server, Number(isOpen))
    },
    listOf: (bookingId: string): CallEvent[] => ofBooking.all(bookingId).map(callEventOf),
    listOpen: (): string[] => openOnes.all().map(({ id }) => id),
    settle: (id: string): void => void settleRow.run(id),
    /** Up to a chunk; answers how many. */
    forget: (before: Instant): number => deleteOld.run(before),
  }
}

export function createCallEventStorage(events: CallEvents, write: Write): CallEventStorage {
  return {
    append: (made) =>
      write(() => {
        for (const event of made) events.insert(event, true)
        return done(undefined)
      }),
    listOf: async (bookingId) => events.listOf(bookingId),
    listOpen: async () => events.listOpen(),
    settle: (settled) =>
      write(() => {
        for (const { id } of settled) events.settle(id)
        return done(undefined)
      }),
    forget: (before) => untilDone(() => write(() => done(events.forget(before)))),
  }
}

export function callEventOf(row: CallEventRow): CallEvent {
  const { id, booking_id: bookingId, role, kind, seat, at, server } = row
  return { id, bookingId, role, kind, seat, at, server }
}
