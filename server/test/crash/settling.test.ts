import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import type { Storage } from '../../src/storage/port/storage.ts'
import { anyHour } from '../servers/shared-store.ts'
import { isSettled, pastSessions, type PastSession, readAll, writeEvents } from './past-sessions.ts'
import { environmentOf, killAll, startServer } from './real-server.ts'

const secret = 'of a server that is killed, 32 bytes or more'
const count = 300

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'expertconnect-settling-'))
})
afterEach(async () => {
  await killAll()
  await rm(dir, { recursive: true, force: true })
})

const environment = () => ({ ...environmentOf(dir), DEMO: 'off', SECRET: secret })

async function withStore<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage(`file:${join(dir, 'test.db')}`)
  try {
    return await work(storage)
  } finally {
    await storage.close()
  }
}

/** Comes back when the server has settled this one: those before it, and none far behind it. */
async function settledUpTo(url: string, session: PastSession | undefined): Promise<void> {
  if (!session) throw new Error('There is no such session')
  while (!(await isSettled(url, secret, session))) await delay(5)
}

it(
  'a server that is killed in the middle of settling loses nothing and doubles nothing',
  { timeout: 900_000 },
  async () => {
    const sessions = pastSessions(count)
    await withStore(async (storage) => {
      await storage.fill({ ...anyHour(), bookings: sessions.map(({ booking }) => booking) })
      await writeEvents(storage, sessions)
    })
    let before = await withStore((storage) => readAll(storage, sessions))
    expect(before.every(({ version, outcome }) => version === 1 && !outcome)).toBe(true)

    // They are looked at in the order of their ids, which is the order that they were made in.
    for (const at of [0, Math.floor(count / 3), Math.floor((2 * count) / 3)]) {
      const server = await startServer(environment())
      await settledUpTo(server.url, sessions[at])
      expect((await server.kill('SIGKILL')).signal).toBe('SIGKILL')
      const found = await withStore((storage) => readAll(storage, sessions))
      const settled = found.filter(({ outcome }) => outcome !== undefined).length
      expect(settled).toBeGreaterThan(at)
      expect(settled).toBeLessThan(count)
      // What was settled before stays as it was found then.
      for (const [index, each] of before.entries())
        if (each.outcome) expect(found[index]).toEqual(each)
      const open = new Set(await withStore(({ callEvents }) => callEvents.listOpen()))
      for (const [index, { outcome }] of found.entries()) {
        if (!outcome) expect(open).toContain(sessions[index]?.booking.id)
      }
      before = found
    }

    const server = await startServer(environment())
    await settledUpTo(server.url, sessions.at(-1))
    expect((await server.kill('SIGTERM')).code).toBe(0)
    await withStore(async (storage) => {
      const found = await readAll(storage, sessions)
      expect(found.map(({ version, outcome }) => ({ version, outcome }))).toEqual(
        sessions.map(({ outcome }) => ({ version: 2, outcome })),
      )
      for (const [index, each] of before.entries())
        if (each.outcome) expect(found[index]).toEqual(each)
      expect(await storage.callEvents.listOpen()).toEqual([])
    })
  },
)
