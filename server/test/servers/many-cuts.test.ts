import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { killAll, type RealServer, startServer } from '../crash/real-server.ts'
import { mongoUrl } from '../storage/mongo/mongo-store.ts'
import { type Gate, openGate, primaryOf, through } from './gate.ts'
import { environmentFor, openSharedStore, type SharedStore, startAt } from './shared-store.ts'
import { bookAt, readBoard } from './visits.ts'

/** A new client is made after 30 s without a server; a slow machine takes its time for it. */
const patience = { timeout: 150_000, interval: 500 }

/** How long it is cut off, and open again, in milliseconds. */
const single = Array.from({ length: 5 }, () => [1500, 700] as const)
const burst = Array.from({ length: 5 }, () => [40, 40] as const)

describe.skipIf(mongoUrl === null)('a server whose way to MongoDB breaks again and again', () => {
  let store: SharedStore
  let gate: Gate
  let server: RealServer
  beforeAll(async () => {
    store = await openSharedStore()
    gate = await openGate(await primaryOf(store.url))
    server = await startServer(environmentFor(through(gate, store.url)))
  })
  afterAll(async () => {
    await killAll()
    await gate.close()
    await store.dispose()
  })

  const isReady = async () => (await fetch(`${server.url}/readyz`)).status === 200

  it('is ready again after a hundred cuts, without anybody who starts it anew', async () => {
    let over = false
    const asking = Array.from({ length: 8 }, async () => {
      while (!over) await readBoard(server.url).catch(() => undefined)
    })
    for (let round = 0; round < 20; round++) {
      // What lies in between goes on to accept, and closes at once.
      for (const [cutMs, openMs] of round % 4 === 0 ? single : burst) {
        gate.cut()
        await delay(cutMs)
        gate.open()
        await delay(openMs)
      }
    }
    over = true
    await Promise.all(asking)
    await vi.waitFor(async () => expect(await isReady()).toBe(true), patience)
    const { booking } = await bookAt(server.url, startAt(0))
    const { occupied } = await readBoard(server.url)
    expect(occupied.map(({ id }) => id)).toContain(booking.id)
  })

  it('says within moments that it is not ready while it is cut off', async () => {
    gate.cut()
    const asked = performance.now()
    await vi.waitFor(async () => expect(await isReady()).toBe(false), patience)
    const slow = performance.now() - asked
    gate.open()
    // Two seconds of silence and the answer itself; the rest is for slow machines.
    expect(slow).toBeLessThan(30_000)
    await vi.waitFor(async () => expect(await isReady()).toBe(true), patience)
  })
})
