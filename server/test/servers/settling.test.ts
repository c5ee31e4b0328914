import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pastSessions, readAll, writeEvents } from '../crash/past-sessions.ts'
import { killAll } from '../crash/real-server.ts'
import { mongoUrl } from '../storage/mongo/mongo-store.ts'
import { openSharedStore, type SharedStore } from './shared-store.ts'

const count = 200
const patience = { timeout: 120_000, interval: 200 }

describe.skipIf(mongoUrl === null)('two servers that settle the same sessions', () => {
  const sessions = pastSessions(count)
  let store: SharedStore
  /** Of each change that any server committed, the booking and its version. */
  const told: string[] = []
  beforeAll(async () => {
    store = await openSharedStore(undefined, { bookings: sessions.map(({ booking }) => booking) })
    await writeEvents(store.storage, sessions)
    store.storage.listen({
      changed: (changes) =>
        told.push(...changes.map(({ record }) => `${record.id} ${record.version}`)),
    })
  })
  afterAll(async () => {
    await killAll()
    await store.dispose()
  })

  it(
    'settle each once, also where one of them is killed in between',
    { timeout: 300_000 },
    async () => {
      const [one] = await Promise.all([store.start(), store.start()])
      await vi.waitFor(() => expect(told.length).toBeGreaterThan(10), patience)
      expect((await one.kill('SIGKILL')).signal).toBe('SIGKILL')
      await vi.waitFor(async () => {
        expect(await store.storage.callEvents.listOpen()).toEqual([])
      }, patience)
      expect(told.toSorted()).toEqual(sessions.map(({ booking }) => `${booking.id} 2`).toSorted())
      const found = await readAll(store.storage, sessions)
      expect(found.map(({ version, outcome }) => ({ version, outcome }))).toEqual(
        sessions.map(({ outcome }) => ({ version: 2, outcome })),
      )
    },
  )
})
