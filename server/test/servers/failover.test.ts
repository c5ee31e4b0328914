import type { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { killAll, type RealServer } from '../crash/real-server.ts'
import { Buyer } from './buyer.ts'
import { mongoUrl } from '../storage/mongo/mongo-store.ts'
import { ReturningWatcher } from './returning-watcher.ts'
import { openSharedStore, type SharedStore, startAt } from './shared-store.ts'
import { killPrimary, startThreeNodes, stepDown, takesWrites } from './three-nodes.ts'
import { bookAt } from './visits.ts'
import { faultsIn, readBookings } from '../storage/mongo/whole-records.ts'

const buyers = 8
/** The nodes wait for ten seconds before they elect another primary; then the servers must find it. */
const withoutServiceMs = 13_000
/** How much longer our servers may take than the nodes themselves did: what a busy machine adds. */
const behindMs = 1500
const patience = { timeout: 40_000, interval: 100 }

describe.skipIf(mongoUrl === null)('three nodes and two servers', () => {
  let nodes: MongoMemoryReplSet
  let store: SharedStore
  let servers: readonly RealServer[]
  let watchers: readonly ReturningWatcher[] = []
  let all: readonly Buyer[]
  let buying: readonly Promise<void>[]
  const stop = new AbortController()

  beforeAll(async () => {
    nodes = await startThreeNodes()
    store = await openSharedStore(nodes.getUri('failover'))
    servers = await Promise.all([store.start(), store.start()])
    watchers = await Promise.all(servers.map(({ url }) => ReturningWatcher.of(url)))
    all = Array.from({ length: buyers }, (_, index) => {
      const starts = Array.from({ length: 300 }, (_unused, start) => startAt(start))
      return new Buyer(servers[index % servers.length]?.url ?? '', starts)
    })
    buying = all.map((buyer) => buyer.buy(stop.signal))
  })

  afterAll(async () => {
    stop.abort()
    for (const watcher of watchers) watcher.close()
    await killAll()
    await store?.storage.close()
    await nodes?.stop()
  })

  function servedSince(at: number): number {
    return all.flatMap(({ servedAt }) => servedAt).filter((each) => each > at).length
  }

  /** The longest time after `from` in which nobody was served, from the last acknowledgement to the next one. */
  function longestSilence(from: number): number {
    const served = all.flatMap(({ servedAt }) => servedAt).toSorted((a, b) => a - b)
    const before = served.findLastIndex((at) => at <= from)
    const since = served.slice(Math.max(before, 0))
    return Math.max(...since.slice(1).map((at, index) => at - (since[index] ?? at)))
  }

  /** Does that under load, and waits until everybody is served again; how long nobody was. */
  async function withoutService<T>(interrupt: () => Promise<T>) {
    await vi.waitFor(() => expect(servedSince(0)).toBeGreaterThan(50), patience)
    const retries = all.reduce((sum, buyer) => sum + buyer.retries, 0)
    const begun = performance.now()
    const done = await interrupt()
    const nodesBack = takesWrites(nodes).then(() => performance.now() - begun)
    await vi.waitFor(() => {
      expect(all.reduce((sum, buyer) => sum + buyer.retries, 0)).toBeGreaterThan(retries)
    }, patience)
    const interrupted = performance.now()
    const isServedAgain = ({ servedAt }: Buyer) => (servedAt.at(-1) ?? 0) > interrupted
    await vi.waitFor(() => expect(all.every(isServedAgain)).toBe(true), patience)
    return { done, silence: longestSilence(begun), least: await nodesBack }
  }

  it('are out of service for a short time when the primary is killed, then when it gives way', async () => {
    const { done: restart, silence, least } = await withoutService(() => killPrimary(nodes))
    expect(silence).toBeLessThan(Math.max(withoutServiceMs, least + behindMs))
    // Whoever watched was sent away meanwhile: nobody may believe that what they look at is live.
    const isBack = (watcher: ReturningWatcher) => watcher.visits > 1 && watcher.isWatching()
    await vi.waitFor(() => expect(watchers.every(isBack)).toBe(true), patience)
    await restart()

    const begun = performance.now()
    await stepDown(nodes)
    const enough = servedSince(0) + 100
    await vi.waitFor(() => expect(servedSince(0)).toBeGreaterThan(enough), patience)
    expect(longestSilence(begun)).toBeLessThan(withoutServiceMs)
  })

  it('have lost nothing that was acknowledged, and did nothing twice', async () => {
    stop.abort()
    await Promise.all(buying)
    expect(all.flatMap(({ faults }) => faults)).toEqual([])
    const docs = await readBookings(store.url)
    expect(faultsIn(docs)).toEqual([])
    const stored = new Map(docs.map((doc) => [doc._id, doc]))
    const own = all.flatMap((buyer) => [...buyer.own.values()])
    expect(own.length).toBeGreaterThan(100)
    for (const { id, version, status, startsAt } of own) {
      expect(stored.get(id)).toMatchObject({ state: status, version })
      expect(stored.get(id)?.startsAt).toBe(Date.parse(startsAt))
    }
    expect(stored.size).toBe(own.length)

    const effects = new Map<string, number>()
    for (const { key } of docs.flatMap(({ answers }) => answers)) {
      effects.set(key, (effects.get(key) ?? 0) + 1)
    }
    for (const { acknowledgedKeys, refusedKeys } of all) {
      expect(acknowledgedKeys.filter((key) => effects.get(key) !== 1)).toEqual([])
      expect(refusedKeys.filter((key) => effects.has(key))).toEqual([])
    }
  })

  it('tell their watchers of the next change, and told none of them a change twice', async () => {
    let next = 400
    for (const { url } of servers) {
      const { booking } = await bookAt(url, startAt(next++))
      for (const watcher of watchers) {
        await vi.waitFor(() => expect(watcher.updates().at(-1)?.id).toBe(booking.id))
      }
    }
    for (const watcher of watchers) {
      expect(new Set(watcher.changes()).size).toBe(watcher.changes().length)
    }
  })
})
