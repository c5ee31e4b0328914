import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import express from 'express'
import type { BookingInput } from '../../contract/src/bookings/shapes.ts'
import type { BookedRecord } from '../../server/src/domain/bookings/booking.ts'
import { instantOf } from '../built.ts'
import { answerCalls } from '../child.ts'

// The least that a server on the same foundations can do: bare Express that sends strings and stores bookings, with no
// log, check, cache, event or header of ours.

export type FloorCalls = {
  port(input: null): number
  /** From now on the board of a slug is this text. */
  serve(boards: ReadonlyMap<string, string>): void
}

const [url = 'file::memory:'] = process.argv.slice(2)
// Only the measured driver is loaded.
const { openInserts } = url.startsWith('file:')
  ? await import('../engines/floor-sqlite.ts')
  : await import('../engines/floor-mongo.ts')
const insert: (booking: BookedRecord) => void | Promise<void> = await openInserts(url)

let boards: ReadonlyMap<string, string> = new Map()

const app = express()
app.disable('etag')

app.get('/api/v1/experts/:slug/slots', (request, response) => {
  response.type('json').send(boards.get(request.params.slug))
})

app.post('/api/v1/bookings', express.json(), async (request, response) => {
  const { expertId, minutes, customer, topic, timeZone, ...input } = request.body as BookingInput
  const id = randomBytes(16).toString('base64url')
  const now = instantOf(Date.now())
  const startsAt = instantOf(Date.parse(input.startsAt))
  const until = instantOf(startsAt + minutes * 60_000)
  const booking: BookedRecord = {
    state: 'booked',
    id,
    expertId,
    version: 1,
    startsAt,
    endsAt: until,
    until,
    minutes,
    createdAt: now,
    bookedAt: now,
    customer,
    topic,
    timeZone,
    hourlyRate: 18_000,
    currency: 'USD',
    tokenVersion: 1,
    cancellationMinutes: 1440,
  }
  await insert(booking)
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
