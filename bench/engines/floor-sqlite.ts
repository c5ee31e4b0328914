import type { BookedRecord } from '../../server/src/domain/bookings/booking.ts'
import { cellsOf, fileOf, openSqlite } from '../built.ts'

/** One synchronous transaction of the rows that a booking has, without our triggers. */
export async function openInserts(url: string) {
  const { db } = await openSqlite(fileOf(url))
  const triggers = db.prepare<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
  )
  for (const { name } of triggers.all()) db.exec(`DROP TRIGGER ${name}`)
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const insertRecord = db.prepare(`
    INSERT INTO record (id, expert_id, state, version, starts_at, ends_at, until, minutes, created_at, booked_at,
      customer_name, customer_email, email_key, topic, time_zone, hourly_rate, currency, token_version,
      cancellation_minutes)
    VALUES (?, ?, 'booked', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'USD', 1, 1440)`)
  const insertCell = db.prepare('INSERT INTO cell (expert_id, cell, record_id) VALUES (?, ?, ?)')
  const insertAnswer = db.prepare(`
    INSERT INTO answer (scope, key, fingerprint, answered_at, token_version, of_hold, record)
    VALUES (?, ?, ?, ?, 1, 0, ?)`)

  return function insert(record: BookedRecord): void {
    const { id, expertId, customer, startsAt, endsAt, until, createdAt } = record
    begin.run()
    insertRecord.run(
      id,
      expertId,
      startsAt,
      endsAt,
      until,
      record.minutes,
      createdAt,
      createdAt,
      customer.name,
      customer.email,
      customer.email,
      record.topic ?? null,
      record.timeZone,
      record.hourlyRate,
    )
    for (const cell of cellsOf(record)) insertCell.run(expertId, cell, id)
    insertAnswer.run(`expert:${expertId}`, id, id, createdAt, JSON.stringify(record))
    commit.run()
  }
}
