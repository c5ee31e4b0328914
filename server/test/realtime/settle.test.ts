import type { Occupied } from '@expertconnect/contract/boards/shapes'
import {
  applyEvent,
  applySnapshot,
  type KnownRecords,
  nothingKnown,
  slotState,
} from '@expertconnect/contract/boards/board-state'
import type { BookingUpdated } from '@expertconnect/contract/realtime'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createDice } from '../../src/seed/dice.ts'
import { bookingInput, later } from '../http/requests.ts'
import { newKey, startWorld, type World } from '../harness.ts'
import { rawRequest } from '../raw-request.ts'
import { connect, type Listener } from './listener.ts'

const operations = 200
const atOnce = 4
const expertId = 'expert-bina'
/** Bina keeps a quarter of an hour free behind each session. */
const gap = 15
const range = { from: '2027-01-11', to: '2027-01-15', timeZone: 'UTC' }

let world: World
const dice = createDice('a client settles')
const pick = <T>(from: readonly T[]): T => from[Math.floor(dice() * from.length)] as T

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

async function readBoard(minutes = 30) {
  const query = { ...range, minutes }
  return (await world.send('getBoard', { params: { slug: 'bina-gurung' }, query })).body
}

/** A browser as the contract wants it: watch, read, apply; no clock of its own, and no look at the store. */
class Browser {
  known: KnownRecords = nothingKnown
  private watch = 0
  /** Events that have arrived and are not applied yet: a slow browser. */
  private waiting: BookingUpdated[] = []
  private readonly listener: Listener

  constructor(listener: Listener) {
    this.listener = listener
    listener.onTold(({ event }) => this.waiting.push(event as BookingUpdated))
  }

  async open(): Promise<void> {
    this.watch++
    await this.listener.ask('board:watch', { expertId })
    await this.read()
  }

  async read(): Promise<readonly Occupied[]> {
    const { occupied } = await readBoard(pick([30, 60]))
    const span = { from: '2027-01-11T00:00:00Z', to: '2027-01-16T00:00:00Z' }
    this.known = applySnapshot(this.known, { rows: occupied, ...span }, this.watch)
    return occupied
  }

  /** Leaves, misses what happens, and comes back. */
  async away(meanwhile: () => Promise<void>): Promise<void> {
    await this.listener.ask('board:unwatch', { expertId })
    await meanwhile()
    await this.open()
  }

  catchUp(share = 1): void {
    for (const event of this.waiting.splice(0, Math.ceil(this.waiting.length * share))) {
      this.known = applyEvent(this.known, event, this.watch)
    }
  }

  live(): Occupied[] {
    return [...this.known.values()].flatMap(({ occupied }) => occupied ?? [])
  }
}

/** The same, whatever the version: a correction raises it and is told to nobody. */
function comparable(rows: readonly Occupied[]): string[] {
  return rows
    .map(({ version: _version, ...row }) => JSON.stringify(row, Object.keys(row).toSorted()))
    .toSorted()
}

interface Own {
  readonly id: string
  readonly token: string
  version: number
}
const holds: Own[] = []
const bookings: Own[] = []

async function send(method: string, path: string, body?: unknown, token = '') {
  const answer = await rawRequest(world.url, `/api/v1${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': newKey(),
      Authorization: `Bearer ${token}`,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  expect(answer.status).toBeLessThan(500)
  return answer.status < 300 && answer.text
    ? (JSON.parse(answer.text) as Record<string, unknown>)
    : null
}

/** A start in the hours of four days; half of the time one of a few, so that some collide. */
function anyStart(): string {
  const day = later('2027-01-12T03:15:00Z', Math.floor(dice() * 4) * 1440)
  return later(day, Math.floor(dice() * (dice() < 0.5 ? 4 : 16)) * 30)
}

async function hold(): Promise<void> {
  const input = { expertId, startsAt: anyStart(), minutes: pick([30, 60]) }
  const made = await send('POST', '/holds', input)
  if (made) holds.push({ id: String(made['id']), token: String(made['token']), version: 1 })
}

async function book(withHold: boolean): Promise<void> {
  const kept = withHold ? pick(holds) : undefined
  const record = kept && (await world.storage.bookings.find(kept.id))
  const startsAt = record ? new Date(record.startsAt).toISOString().replace('.000', '') : anyStart()
  const more = {
    expertId,
    minutes: record?.minutes ?? pick([30, 60]),
    ...(kept ? { hold: kept } : {}),
  }
  const made = await send('POST', '/bookings', bookingInput(startsAt, more))
  if (!made) return
  const { id, version } = made['booking'] as { id: string; version: number }
  bookings.push({ id, version, token: String(made['manageToken']) })
}

async function changeHold(body: unknown): Promise<void> {
  const own = pick(holds)
  if (own) await send('PATCH', `/holds/${own.id}`, body, own.token)
}

async function changeBooking(body: Record<string, unknown>): Promise<void> {
  const own = pick(bookings)
  if (!own) return
  const sent = { version: own.version, ...body }
  const answer = await send('PATCH', `/bookings/${own.id}`, sent, own.token)
  if (answer) own.version = (answer['booking'] as { version: number }).version
}

const acts: readonly (() => Promise<void>)[] = [
  hold,
  hold,
  hold,
  () => book(false),
  () => book(false),
  () => book(true),
  () => book(true),
  () => changeHold({ renew: true }),
  () => changeHold({ startsAt: anyStart(), minutes: pick([30, 60]) }),
  async () => {
    const own = pick(holds)
    if (own) await send('DELETE', `/holds/${own.id}`, undefined, own.token)
  },
  () => changeBooking({ startsAt: anyStart(), minutes: pick([30, 60]) }),
  () => changeBooking({ startsAt: anyStart() }),
  () => changeBooking({ status: 'cancelled' }),
  () => changeBooking({ topic: `Topic ${dice()}` }),
  async () => world.clock.advance(Math.floor(dice() * 120_000)),
]

it('a client that applies events ends with what a fresh read gives, after 200 operations', async () => {
  const sockets = await Promise.all([connect(world.url), connect(world.url), connect(world.url)])
  const [prompt, slow, restless] = sockets.map((listener) => new Browser(listener))
  if (!prompt || !slow || !restless) throw new Error('three browsers')
  const browsers = [prompt, slow, restless]
  for (const browser of browsers) await browser.open()

  for (let done = 0; done < operations; done += atOnce) {
    const act = async () => {
      await Promise.all(Array.from({ length: atOnce }, () => pick(acts)()))
    }
    if (done % 20 === 0) await restless.away(act)
    else await act()
    prompt.catchUp()
    restless.catchUp()
    if (dice() < 0.3) {
      // The events that still wait are older than this reading: none of them may overwrite what it says.
      const rows = await slow.read()
      slow.catchUp(0.6)
      expect(comparable(slow.live())).toEqual(expect.arrayContaining(comparable(rows)))
    }
  }

  const fresh = await readBoard()
  expect(fresh.occupied.length).toBeGreaterThan(5)
  await vi.waitFor(() => {
    for (const browser of browsers) {
      browser.catchUp()
      expect(comparable(browser.live())).toEqual(comparable(fresh.occupied))
    }
  })
  for (const minutes of [30, 60]) {
    const { days } = await readBoard(minutes)
    const slots = days.flatMap((day) => day.slots)
    expect(new Set(slots.map(({ state }) => state)).size).toBeGreaterThan(1)
    for (const { startsAt, endsAt, ...state } of slots) {
      const span = { startsAt, until: later(endsAt, gap) }
      for (const browser of browsers) {
        expect(slotState(span, browser.live(), world.clock.now)).toEqual(state)
      }
    }
  }
  await expectCommits(sockets[0]?.updates() ?? [])
  for (const socket of sockets) socket.close()
})

/** Each event is a change that the store holds; those of one record came in order. */
async function expectCommits(updates: readonly BookingUpdated[]): Promise<void> {
  const last = new Map<string, BookingUpdated>()
  for (const update of updates) {
    expect(update.version).toBeGreaterThan(last.get(update.id)?.version ?? 0)
    last.set(update.id, update)
  }
  expect(last.size).toBeGreaterThan(20)
  for (const { id, version, startsAt } of last.values()) {
    const record = await world.storage.bookings.find(id)
    expect(record?.version).toBeGreaterThanOrEqual(version)
    expect(record?.startsAt).toBe(Date.parse(startsAt))
  }
}
