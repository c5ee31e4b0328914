import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bookingInput } from '../http/requests.ts'
import { killAll, type RealServer, startServer } from '../crash/real-server.ts'
import { newKey } from '../harness.ts'
import { type Gate, openGate, primaryOf, through } from './gate.ts'
import { mongoUrl } from '../storage/mongo/mongo-store.ts'
import { ReturningWatcher } from './returning-watcher.ts'
import { environmentFor, openSharedStore, type SharedStore, startAt } from './shared-store.ts'
import { ask, bookAt, changeTo, holdAt, readBoard, releaseHold } from './visits.ts'

const cutMs = 10_000
/** What nobody needs to notice (2 s), after what is no silence yet (2 s), and a slow machine. */
const noticedMs = 8000

describe.skipIf(mongoUrl === null)('a server that is cut off from MongoDB', () => {
  let store: SharedStore
  let gates: readonly Gate[]
  /** One whose connections are ended, one whose connections fall silent, and one that nothing happens to. */
  let cut: RealServer
  let stalled: RealServer
  let whole: RealServer
  let watchers: readonly ReturningWatcher[] = []
  beforeAll(async () => {
    store = await openSharedStore()
    const target = await primaryOf(store.url)
    gates = await Promise.all([openGate(target), openGate(target)])
    const urls = gates.map((gate) => through(gate, store.url))
    ;[cut, stalled, whole] = (await Promise.all(
      [...urls, store.url].map((url) => startServer(environmentFor(url))),
    )) as [RealServer, RealServer, RealServer]
    watchers = await Promise.all([
      ReturningWatcher.of(cut.url),
      ReturningWatcher.of(stalled.url),
      ReturningWatcher.of(whole.url),
    ])
  })
  afterAll(async () => {
    for (const watcher of watchers) watcher.close()
    await killAll()
    for (const gate of gates) await gate.close()
    await store.dispose()
  })

  /** Comes back when all that was committed before has been told to everybody. */
  async function catchUp(startsAt: string): Promise<void> {
    const { booking } = await bookAt(whole.url, startsAt)
    for (const watcher of watchers) {
      await vi.waitFor(() => expect(watcher.updates().at(-1)?.id).toBe(booking.id))
    }
  }

  function expectNothingTwice(): void {
    for (const watcher of watchers) {
      expect(new Set(watcher.changes()).size).toBe(watcher.changes().length)
    }
  }

  it('for a moment, misses nothing, and nobody at it notices', async () => {
    const [gate] = gates
    for (let round = 0; round < 5; round++) {
      gate?.cut()
      const made = await bookAt(whole.url, startAt(round))
      gate?.open()
      await changeTo(whole.url, made, { startsAt: startAt(100 + round) })
    }
    await catchUp(startAt(6))
    const [atCut, , atWhole] = watchers
    expect(atCut?.changes()).toEqual(atWhole?.changes())
    expect(atCut?.changes()).toHaveLength(11)
    expect(watchers.map(({ visits }) => visits)).toEqual([1, 1, 1])
    const { occupied } = await readBoard(whole.url)
    expect((await readBoard(cut.url)).occupied).toEqual(occupied)
  })

  it('for ten seconds, says so, and is right again by itself', async () => {
    const [cutGate, stalledGate] = gates
    const [atCut, atStalled, atWhole] = watchers
    if (!atCut || !atStalled || !atWhole) throw new Error('Nobody watches')
    const made = await bookAt(whole.url, startAt(20))
    await catchUp(startAt(21))
    // What is remembered here must not be told when it is no longer known to be true.
    for (const { url } of [cut, stalled]) expect((await readBoard(url)).status).toBe(200)

    const cutAt = performance.now()
    cutGate?.cut()
    stalledGate?.stall()
    const heardBefore = watchers.map(({ told }) => told.length)
    await bookAt(whole.url, startAt(22))
    const hold = await holdAt(whole.url, startAt(23))
    await vi.waitFor(() => {
      expect([atCut.isWatching(), atStalled.isWatching()]).toEqual([false, false])
    }, noticedMs)
    const unanswered = {
      method: 'POST',
      path: '/bookings',
      body: bookingInput(startAt(24)),
      key: newKey(),
    } as const
    const asked = Promise.all([readBoard(cut.url), ask(cut.url, unanswered)])
    await changeTo(whole.url, made, { startsAt: startAt(25) })
    await releaseHold(whole.url, hold)
    await delay(cutMs - (performance.now() - cutAt))
    const [board, booking] = await asked
    expect([board.status, board.retryAfter, booking.status]).toEqual([503, '5', 503])
    expect(watchers.map(({ visits }) => visits)).toEqual([1, 1, 1])
    expect(atCut.told.length).toBe(heardBefore[0])
    expect(atStalled.told.length).toBe(heardBefore[1])
    expect((await fetch(`${cut.url}/readyz`)).status).toBe(503)
    await bookAt(whole.url, startAt(26))

    cutGate?.open()
    stalledGate?.open()
    await vi.waitFor(() => {
      expect([atCut.isWatching(), atStalled.isWatching()]).toEqual([true, true])
    })
    const settled = await ask(cut.url, unanswered)
    expect(settled.status).toBe(201)
    expect(await ask(whole.url, unanswered)).toEqual(settled)
    const { occupied } = await readBoard(whole.url)
    for (const { url } of [cut, stalled]) {
      expect((await readBoard(url)).occupied).toEqual(occupied)
      expect((await fetch(`${url}/readyz`)).status).toBe(200)
    }
    await catchUp(startAt(27))
    // Whoever never left has heard of everything; those who came back had to look for themselves.
    expect(atWhole.visits).toBe(1)
    expectNothingTwice()
  })
})
