import { Manager } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { later, makeBooking, makeHold, tuesdayTen } from '../http/requests.ts'
import { readProblem } from '../http/problem-check.ts'
import { createBrowser } from '../browser.ts'
import { newKey, startWorld, type World } from '../harness.ts'
import { rawRequest } from '../raw-request.ts'
import { type InterruptibleStorage, openInterruptible } from './interruptible-storage.ts'
import { connect, type Listener } from './listener.ts'

const ada = 'expert-ada'
const bina = 'expert-bina'
const patience = 2000

let store: InterruptibleStorage
let world: World
let listeners: Listener[]
beforeEach(async () => {
  store = await openInterruptible()
  world = await startWorld({ storage: store.storage })
  listeners = []
})
afterEach(async () => {
  vi.useRealTimers()
  for (const listener of listeners) listener.close()
  await world.stop()
})

async function join(): Promise<Listener> {
  const listener = await connect(world.url)
  listeners.push(listener)
  return listener
}

async function watcherOf(expertId: string): Promise<Listener> {
  const listener = await join()
  expect(await listener.ask('board:watch', { expertId })).toMatchObject({ ok: true })
  return listener
}

type Made = Awaited<ReturnType<typeof makeBooking>>

async function followerOf({ booking, manageToken }: Made): Promise<Listener> {
  const listener = await join()
  const watch = { id: booking.id, token: manageToken }
  expect(await listener.ask('bookings:watch', watch)).toMatchObject({ ok: true })
  return listener
}

function cancel({ booking, manageToken }: Made) {
  return world.send('changeBooking', {
    params: { id: booking.id },
    bearer: manageToken,
    key: newKey(),
    body: { version: booking.version, status: 'cancelled' },
  })
}

/** What was sent before an answer has arrived before it; whoever was disconnected gets none. */
async function toldSoFar(listener: Listener): Promise<Listener['told']> {
  await listener.ask('board:unwatch', { expertId: 'expert-nobody' })
  return listener.told
}

async function isCutOff(listener: Listener): Promise<void> {
  await vi.waitFor(() => expect(listener.isConnected()).toBe(false))
}

async function slotAt(startsAt: string): Promise<string | undefined> {
  const query = { from: '2027-01-12', to: '2027-01-12', timeZone: 'UTC' }
  const { body } = await world.send('getBoard', { params: { slug: 'ada-lovelace' }, query })
  const slots = body.days.flatMap((day) => day.slots)
  return slots.find((slot) => slot.startsAt === startsAt)?.state
}

const stale = (expertId: string) => [{ name: 'boardStale', event: { expertId } }]

/** The timers of the gateway in the hands of the test; what the sockets have under way goes on in real time. */
function holdTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
}

describe('an interruption that ends in time', () => {
  it('disconnects nobody, now or later, and events go on', async () => {
    const watcher = await watcherOf(ada)
    const made = await makeBooking(world, later(tuesdayTen, 60))
    const follower = await followerOf(made)
    holdTime()
    store.interrupted()
    vi.advanceTimersByTime(patience - 1)
    store.resumed(true)
    vi.advanceTimersByTime(patience * 5)
    vi.useRealTimers()
    await cancel(made)
    const { id } = made.booking
    expect(await toldSoFar(follower)).toEqual([
      { name: 'bookingChanged', event: { id, version: 2 } },
    ])
    await toldSoFar(watcher)
    expect(watcher.updates().map(({ status }) => status)).toEqual(['booked', 'cancelled'])
    expect(watcher.told).toHaveLength(2)
  })
})

describe('an interruption that goes on', () => {
  it('lets everybody go and nobody in, until it ends', async () => {
    const made = await makeBooking(world, later(tuesdayTen, 60))
    const old = [await watcherOf(ada), await followerOf(made), await join()]
    store.interrupted()
    expect(await toldSoFar(await watcherOf(bina))).toEqual([])
    for (const listener of listeners) await isCutOff(listener)
    await expect(connect(world.url)).rejects.toThrow('websocket error')
    expect(old.map(({ told }) => told)).toEqual([[], [], []])

    store.resumed(true)
    const [watcher, follower] = [await watcherOf(ada), await followerOf(made)]
    await cancel(made)
    await vi.waitFor(() => expect(watcher.updates()).toHaveLength(1))
    expect(await toldSoFar(follower)).toHaveLength(1)
  })

  it('is not made longer by being told again', async () => {
    const watcher = await watcherOf(ada)
    holdTime()
    store.interrupted()
    vi.advanceTimersByTime(patience - 1)
    store.interrupted()
    expect(await toldSoFar(watcher)).toEqual([])
    vi.advanceTimersByTime(1)
    vi.useRealTimers()
    await isCutOff(watcher)
  })

  it('lets nobody in whose handshake had begun before', async () => {
    const begun = new Manager(world.url, { transports: ['websocket'], reconnection: false })
    await new Promise<void>((resolve) => begun.once('open', resolve))
    holdTime()
    store.interrupted()
    vi.advanceTimersByTime(patience)
    vi.useRealTimers()
    const socket = begun.socket('/')
    const outcome = new Promise((resolve) => {
      socket.once('connect', () => resolve('let in'))
      socket.once('connect_error', () => resolve('refused'))
    })
    expect(await outcome).toBe('refused')
    socket.close()
  })
})

describe('an interruption in which something was missed', () => {
  it('makes every watched board stale, and sends away who follows a booking', async () => {
    const made = await makeBooking(world, later(tuesdayTen, 60))
    const [ofAda, ofBina, nobody] = [await watcherOf(ada), await watcherOf(bina), await join()]
    const followers = [await followerOf(made), await followerOf(made)]
    store.interrupted()
    store.resumed(false)
    expect(await toldSoFar(ofAda)).toEqual(stale(ada))
    expect(await toldSoFar(ofBina)).toEqual(stale(bina))
    expect(await toldSoFar(nobody)).toEqual([])
    for (const follower of followers) {
      await isCutOff(follower)
      expect(follower.told).toEqual([])
    }
    const back = await followerOf(made)
    await cancel(made)
    expect(await toldSoFar(back)).toHaveLength(1)
  })

  it('sends away whoever is signed in, whatever they watch: their session may have ended', async () => {
    const browser = createBrowser(world)
    await browser.signIn('grace@example.com')
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const signedIn = await connect(world.url, { cookie, origin: world.url })
    listeners.push(signedIn)
    const stranger = await join()
    store.interrupted()
    store.resumed(false)
    await vi.waitFor(() => expect(signedIn.isConnected()).toBe(false))
    expect(stranger.isConnected()).toBe(true)
  })

  it('leaves no board that was read meanwhile, or before, as it was', async () => {
    // A change that nobody heard of, outside of an interruption: this is what remembering looks like.
    expect(await slotAt(tuesdayTen)).toBe('free')
    await store.unheard(() => makeBooking(world, tuesdayTen))
    expect(await slotAt(tuesdayTen)).toBe('free')
    store.interrupted()
    expect(await slotAt(tuesdayTen)).toBe('taken')
    const next = later(tuesdayTen, 30)
    expect(await slotAt(next)).toBe('free')
    await store.unheard(() => makeBooking(world, next))
    expect(await slotAt(next)).toBe('taken')
    store.resumed(false)
    const last = later(tuesdayTen, 60)
    expect(await slotAt(last)).toBe('free')
    await store.unheard(() => makeBooking(world, last))
    expect(await slotAt(last)).toBe('free')
  })

  it('leaves no board as it was whose reading ended only afterwards', async () => {
    store.interrupted()
    const { reading, finish } = await store.slowly(() => slotAt(tuesdayTen))
    await store.unheard(() => makeBooking(world, tuesdayTen))
    store.resumed(false)
    finish()
    expect(await reading).toBe('free')
    expect(await slotAt(tuesdayTen)).toBe('taken')
  })
})

describe('a schedule that is replaced', () => {
  it('makes the boards of that expert stale and changes the next reading and the next event', async () => {
    const [ofAda, ofBina, nobody] = [await watcherOf(ada), await watcherOf(bina), await join()]
    await makeHold(world, later(tuesdayTen, 60))
    expect(await slotAt(tuesdayTen)).toBe('free')
    const { schedule } = await world.expert('ada-lovelace')
    // Ten in London is a quarter to four in Kathmandu, where the day now begins at three.
    const weekly = { ...schedule.weekly, 2: [{ from: 15 * 60, to: 18 * 60 }] }
    const next = { ...schedule, version: 2, timeZone: 'Asia/Kathmandu', weekly }
    expect(await world.storage.schedules.replace(ada, next)).toBe('done')
    expect(await world.storage.schedules.replace(ada, next)).toBe('stale_version')
    await vi.waitFor(() => expect(ofAda.told).toHaveLength(2))
    expect(ofAda.told[1]).toEqual(stale(ada)[0])
    expect(await toldSoFar(ofBina)).toEqual([])
    expect(await toldSoFar(nobody)).toEqual([])
    expect(await slotAt(tuesdayTen)).toBeUndefined()
    const quarterPast = later(tuesdayTen, 15)
    expect(await slotAt(quarterPast)).toBe('free')
    await makeHold(world, quarterPast)
    await vi.waitFor(() => expect(ofAda.updates()).toHaveLength(2))
    expect(ofAda.updates().map(({ timeSlot }) => timeSlot)).toEqual(['11:00', '16:00'])
  })
})

describe('a store that does not answer', () => {
  it('is a 503 with Retry-After over HTTP, and a warning in the log', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const path = `/api/v1/bookings/${booking.id}`
    const key = { 'Idempotency-Key': newKey(), 'Content-Type': 'application/json' }
    const input = { expertId: ada, startsAt: later(tuesdayTen, 60), minutes: 30 }
    const request = { method: 'POST', headers: key, body: JSON.stringify(input) }
    const board = '/api/v1/experts/ada-lovelace/slots?from=2027-01-12&to=2027-01-12&timeZone=UTC'
    const answers = await store.unanswered(() =>
      Promise.all([
        rawRequest(world.url, path, { headers: { Authorization: `Bearer ${manageToken}` } }),
        rawRequest(world.url, '/api/v1/holds', request),
        rawRequest(world.url, board),
      ]),
    )
    const problems = answers.map(readProblem)
    for (const [index, { status, headers }] of answers.entries()) {
      expect([status, headers['retry-after']]).toEqual([503, '5'])
      expect(problems[index]).toMatchObject({ code: 'unavailable', retryAfterSeconds: 5 })
    }
    expectWarnings(problems.map(({ requestId }) => requestId))
    expect((await rawRequest(world.url, '/api/v1/holds', request)).status).toBe(201)
  })

  it('is a problem in the answer to a command, and a warning in the log', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const listener = await join()
    const watch = { id: booking.id, token: manageToken }
    const answer = await store.unanswered(() => listener.ask('bookings:watch', watch))
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: 'unavailable', status: 503, retryAfterSeconds: 5 },
    })
    const { problem } = answer as { problem: { requestId: string } }
    expectWarnings([problem.requestId])
    expect(await listener.ask('bookings:watch', watch)).toMatchObject({ ok: true })
  })

  function expectWarnings(requestIds: readonly (string | undefined)[]): void {
    const lines = world.log.filter((line) => line.includes('no answer within 5 s'))
    const warnings = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      // Mails find the same, and nobody asked for them.
      .filter((warning) => !('job' in warning))
    expect(new Set(warnings.map(({ requestId }) => requestId))).toEqual(new Set(requestIds))
    for (const { level, reason, msg, ...more } of warnings) {
      expect([level, reason]).toEqual([40, 'no answer within 5 s'])
      expect(msg).toBe('the store did not answer')
      expect(Object.keys(more).toSorted()).toEqual(['requestId', 'time'])
    }
    expect(world.log.filter((line) => line.includes('stack'))).toEqual([])
  }
})
