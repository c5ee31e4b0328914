import { join } from 'node:path'
import { openDatabase } from '../built.ts'
import { crashPoints, pointsOnSqlite } from '../server/points.ts'
import type { Engine, Stored, StoredMessage, StoredRecord } from './engine.ts'

type RecordRow = Omit<StoredRecord, 'isOwing'> & { readonly isOwing: number }

/** The embedded store. It is read through a connection of its own, which sees what is committed and nothing else. */
export function openSqliteEngine(folder: string): Engine {
  const file = join(folder, 'proof.db')

  async function read(): Promise<Stored> {
    const db = await openDatabase(file, { readOnly: true })
    try {
      const health = db.prepare<{ integrity_check: string }>('PRAGMA integrity_check').get()
      if (health?.integrity_check !== 'ok') throw new Error('The file is damaged')
      // One moment for all of it.
      db.exec('BEGIN')
      const records = db
        .prepare<RecordRow>(`
          SELECT id, expert_id AS expertId, state, version, starts_at AS startsAt, until,
            expires_at AS expiresAt, owed IS NOT NULL AS isOwing FROM record`)
        .all()
      return {
        records: records.map((row) => ({ ...row, isOwing: row.isOwing === 1 })),
        cells: db
          .prepare<Stored['cells'][number]>(
            'SELECT expert_id AS expertId, cell, record_id AS recordId FROM cell',
          )
          .all(),
        answers: db
          .prepare<Stored['answers'][number]>(
            `SELECT key, json_extract(record, '$.id') AS recordId FROM answer`,
          )
          .all(),
        messages: db
          .prepare<StoredMessage>(`
            SELECT id, kind, booking_id AS bookingId, coalesce(version, 0) AS version, state,
              json_extract(about, '$.recipient') AS recipient, due_at AS dueAt,
              message_id AS messageId
            FROM message WHERE booking_id IS NOT NULL`)
          .all(),
      }
    } finally {
      db.close()
    }
  }

  return {
    name: 'SQLite',
    url: `file:${file}`,
    servers: 1,
    points: pointsOnSqlite,
    crashPoints,
    read,
    close: async () => undefined,
  }
}
