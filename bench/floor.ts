import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import express from 'express'
import type { BookingInput } from '../contract/src/bookings.ts'
import { cellsOf, instantOf, openSqlite } from './built.ts'
import { answerCalls } from './child.ts'

// The least that a server on the same foundations can do: bare Express that sends strings and inserts rows, with no
// log, check, cache, event, trigger or header of ours.

export type FloorCalls = {
  port(input: null): number
  /** From now on the board of a slug is this text. */
  serve(boards: ReadonlyMap<string, string>): void
}

const [file = ':memory:'] = process.argv.slice(2)
const triggers = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
const { db } = await openSqlite(file)
for (const { name } of db.prepare<{ name: string }>(triggers).all()) db.exec(`DROP TRIGGER ${name}`)
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

let boards: ReadonlyMap<string, string> = new Map()

const app = express()
app.disable('etag')

app.get('/api/v1/experts/:slug/slots', (request, response) => {
  response.type('json').send(boards.get(request.params.slug))
})

app.post('/api/v1/bookings', express.json(), (request, response) => {
  const input = request.body as BookingInput
  const { expertId, minutes, customer, topic, timeZone } = input
  const id = randomBytes(16).toString('base64url')
  const now = Date.now()
  const startsAt = instantOf(Date.parse(input.startsAt))
  const until = instantOf(startsAt + minutes * 60_000)
  const booking = { ...input, id, version: 1, status: 'booked', createdAt: now }
  begin.run()
  insertRecord.run(
    id,
    expertId,
    startsAt,
    until,
    until,
    minutes,
    now,
    now,
    customer.name,
    customer.email,
    customer.email,
    topic ?? null,
    timeZone,
    18_000,
  )
  for (const cell of cellsOf({ startsAt, until })) insertCell.run(expertId, cell, id)
  insertAnswer.run(`expert:${expertId}`, id, id, now, JSON.stringify(booking))
  commit.run()
  response.status(201).json({ booking, manageToken: id })
})

const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

answerCalls({
  port: () => port,
  serve: (given: ReadonlyMap<string, string>) => {
    boards = given
  },
} satisfies FloorCalls)
