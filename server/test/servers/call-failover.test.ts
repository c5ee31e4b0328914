import { setTimeout as delay } from 'node:timers/promises'
import type { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { killAll, type RealServer } from '../crash/real-server.ts'
import { mongoUrl } from '../storage/mongo/mongo-store.ts'
import { openCallIn } from './open-call.ts'
import { ReturningCaller } from './returning-caller.ts'
import { openSharedStore, type SharedStore } from './shared-store.ts'
import { killPrimary, startThreeNodes, stepDown, takesWrites } from './three-nodes.ts'

const both = { customer: 'seat-of-grace', expert: 'seat-of-ada' }
const patience = { timeout: 40_000, interval: 100 }
/** After the nodes take writes again: the servers find that out, their sockets come back, and a beat may be missed. */
const backMs = 15_000

describe.skipIf(mongoUrl === null)('a call across two servers and three nodes', () => {
  let nodes: MongoMemoryReplSet
  let store: SharedStore
  let servers: readonly RealServer[]
  let callers: readonly ReturningCaller[] = []
  beforeAll(async () => {
    nodes = await startThreeNodes()
    store = await openSharedStore(nodes.getUri('calls'))
    servers = await Promise.all([store.start(), store.start()])
  })
  afterAll(async () => {
    for (const caller of callers) caller.close()
    await killAll()
    await store?.storage.close()
    await nodes?.stop()
  })

  it('has both sides again when the primary was killed, and when it gave way', async () => {
    const call = await openCallIn(store)
    const [here, there] = servers
    if (!here || !there) throw new Error('There are no servers')
    const grace = await ReturningCaller.of(here.url, call.customer, both.customer)
    const ada = await ReturningCaller.of(there.url, call.expert, both.expert)
    callers = [grace, ada]

    /** What both ends of a call do: they say it until it has arrived. */
    async function converse(word: string): Promise<void> {
      await vi.waitFor(async () => {
        if (!ada.bodies().includes(word)) await grace.signal(both.expert, word)
        if (!grace.bodies().includes(word)) await ada.signal(both.customer, word)
        expect([ada.bodies().includes(word), grace.bodies().includes(word)]).toEqual([true, true])
      }, patience)
    }
    const isWhole = () =>
      callers.every(({ seats }) => seats.customer && seats.expert) &&
      callers.every((caller) => caller.isThere())

    await converse('before')
    for (const [word, interrupt] of [
      ['after a kill', () => killPrimary(nodes)],
      ['after giving way', () => stepDown(nodes)],
    ] as const) {
      const restart = await interrupt()
      await takesWrites(nodes)
      const backAt = performance.now()
      await vi.waitFor(() => expect(isWhole()).toBe(true), patience)
      await converse(word)
      expect(performance.now() - backAt).toBeLessThan(backMs)
      // And it stays so: nobody is called dead for the time in which nobody could be heard.
      await delay(8000)
      expect([grace.seats, ada.seats]).toEqual([both, both])
      expect([...grace.ends(), ...ada.ends()]).toEqual([])
      await restart?.()
    }

    await grace.leave()
    await vi.waitFor(() => expect(ada.seats).toEqual({ expert: both.expert }))
  })
})
