import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { instantOf } from '../../../src/domain/time/instant.ts'
import { createDice } from '../../../src/seed/dice.ts'
import { startWorld, type World } from '../../harness.ts'
import { rawRequest } from '../../raw-request.ts'
import { createFuzz, type Fuzzed } from './malformed-requests.ts'
import { readProblem } from '../problem-check.ts'
import { makeBooking, makeHold, slotAt } from '../requests.ts'

const batches = 40
const perBatch = 50

let world: World
let fuzz: () => Fuzzed
let ids: readonly string[]
beforeAll(async () => {
  world = await startWorld()
  const hold = await makeHold(world, '2027-01-13T10:00:00Z')
  const { booking, manageToken } = await makeBooking(world, '2027-01-14T10:00:00Z')
  ids = [hold.id, booking.id]
  const targets = { ids, tokens: [hold.token, manageToken] }
  fuzz = createFuzz(createDice('two thousand malformed requests'), targets)
})
afterAll(() => world.stop())

/** Everything that a request could have changed. */
async function store(): Promise<unknown> {
  const range = { from: instantOf(0), to: instantOf(1e14), now: world.clock.now }
  const experts = ['expert-ada', 'expert-bina']
  const live = experts.map((id) => world.storage.bookings.listOccupied(id, range))
  const records = ids.map((id) => world.storage.bookings.find(id))
  return [
    await Promise.all(live),
    await Promise.all(records),
    await world.storage.categories.list(),
  ]
}

/** True if it was accepted and may have changed something. */
async function send(request: Fuzzed): Promise<boolean> {
  const answer = await rawRequest(world.url, request.path, request)
  try {
    expect(answer.status).toBeLessThan(500)
    if (answer.status >= 400 && request.method !== 'HEAD') readProblem(answer)
  } catch (cause) {
    throw new Error(`${answer.status} for ${JSON.stringify(request)}`, { cause })
  }
  // Signing out is never refused, and changes nothing for who is not signed in.
  if (request.path.includes('/auth/sign-out')) return false
  return answer.status < 300 && ['POST', 'PATCH', 'DELETE', 'PUT'].includes(request.method)
}

it('2,000 malformed requests are refused as problems, and change nothing', async () => {
  let accepted = 0
  for (let batch = 0; batch < batches; batch++) {
    const before = await store()
    const outcomes = await Promise.all(Array.from({ length: perBatch }, () => send(fuzz())))
    const changes = outcomes.filter(Boolean).length
    accepted += changes
    if (changes === 0) expect(await store()).toEqual(before)
  }
  // Some come out as what a client may send; were they many, this would test little.
  expect(accepted).toBeLessThan(batches * perBatch * 0.02)
  expect(await slotAt(world, '2027-01-15T10:00:00Z')).toMatchObject({ state: 'free' })
  await makeBooking(world, '2027-01-15T10:00:00Z')
  expect(world.log.filter((line) => line.includes('unexpected error'))).toEqual([])
})

/** The parser of Node 20.19.0 lets a byte above ASCII through, to an address where nothing is. */
const aboveAscii = Number.parseInt(process.versions['llhttp'] ?? '', 10) < 9 ? 404 : 400

it.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['bytes that no address may hold', 'GET /\u00E9 HTTP/1.1\r\nHost: x\r\n\r\n', aboveAscii],
  ['a control character in the address', 'GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['two lengths', 'POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  ['a header without end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
])('%s is refused, and harms nobody', async (_what, bytes, status) => {
  const socket = connect(Number(new URL(world.url).port), '127.0.0.1')
  socket.end(bytes, 'latin1')
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString('latin1')).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  socket.destroy()
  expect((await rawRequest(world.url, '/healthz')).status).toBe(200)
})
