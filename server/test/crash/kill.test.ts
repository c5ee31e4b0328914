import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instantOf } from '../../src/domain/time/instant.ts'
import { openStorage } from '../../src/storage/open.ts'
import type { Storage } from '../../src/storage/port/storage.ts'
import { openDatabase } from '../../src/storage/sqlite/engine/driver.ts'
import type { Customer } from './customer.ts'
import { environmentOf, killAll, launch, startServer } from './real-server.ts'
import { checkServed, retry, type Scene, setScene } from './scene.ts'

const rounds = 4
const day = 24 * 3_600_000

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'expertconnect-crash-'))
})
afterEach(async () => {
  await killAll()
  await rm(dir, { recursive: true, force: true })
})

/** The same once more, in the file itself, for every expert of the store. */
async function checkStored(storage: Storage, { customers }: Scene): Promise<void> {
  const everyone = await storage.experts.search({ words: [], sort: 'price', limit: 1000 })
  expect(everyone.items.length).toBeGreaterThan(20)
  const range = { from: instantOf(0), to: instantOf(Date.now() + 365 * day), now: instantOf(0) }
  for (const { id } of everyone.items) {
    let free = 0
    for (const record of await storage.bookings.listOccupied(id, range)) {
      expect(record.startsAt).toBeGreaterThanOrEqual(free)
      free = record.until
    }
  }
  for (const { own } of customers) {
    for (const { id, version, status } of own.values()) {
      const record = await storage.bookings.find(id)
      expect(record?.state).toBe(status)
      expect(record?.version).toBeGreaterThanOrEqual(version)
    }
  }
}

async function checkIntegrity(): Promise<void> {
  const db = await openDatabase(join(dir, 'test.db'))
  expect(db.prepare<object>('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  db.close()
}

/** However long a busy machine takes for so many. */
async function acknowledged({ customers }: Scene, least: number): Promise<void> {
  while (sum(customers, (customer) => customer.acknowledged) < least) await delay(20)
}

function sum(customers: readonly Customer[], of: (customer: Customer) => number): number {
  return customers.reduce((total, customer) => total + of(customer), 0)
}

describe('a server that is killed', () => {
  it('has kept whatever it acknowledged, each time', async () => {
    let server = await startServer(environmentOf(dir))
    const scene = await setScene(server.url)
    let lost = 0
    for (let round = 0; round < rounds; round++) {
      const { url } = server
      const visits = scene.customers.map((customer) => customer.visit(url))
      await acknowledged(scene, (100 / rounds) * (round + 1) + 1)
      await delay(Math.random() * 900)
      expect((await server.kill('SIGKILL')).signal).toBe('SIGKILL')
      await Promise.all(visits)
      lost += sum(scene.customers, ({ unanswered }) => unanswered.length)
      server = await startServer(environmentOf(dir))
      for (const customer of scene.customers) await retry(server.url, customer)
      await checkServed(server.url, scene)
    }
    await server.kill('SIGKILL')
    expect(scene.customers.flatMap(({ faults }) => faults)).toEqual([])
    expect(sum(scene.customers, ({ acknowledged }) => acknowledged)).toBeGreaterThan(100)
    expect(lost).toBeGreaterThan(rounds)
    const storage = await openStorage(`file:${join(dir, 'test.db')}`)
    await checkStored(storage, scene)
    await storage.close()
    await checkIntegrity()
  })
})

describe('a server that is asked to stop', () => {
  it('answers what it has begun, and changes nothing that it does not answer', async () => {
    const server = await startServer(environmentOf(dir))
    const scene = await setScene(server.url)
    const visits = scene.customers.map((customer) => customer.visit(server.url))
    await acknowledged(scene, 51)
    await delay(Math.random() * 600)
    const { code, errors } = await server.kill('SIGTERM')
    await Promise.all(visits)
    expect([code, errors]).toEqual([0, ''])
    expect(sum(scene.customers, ({ acknowledged }) => acknowledged)).toBeGreaterThan(50)
    const storage = await openStorage(`file:${join(dir, 'test.db')}`)
    await checkStored(storage, scene)
    for (const { unanswered, faults, own, doubtful } of scene.customers) {
      expect(faults).toEqual([])
      for (const { path, body, key } of unanswered) {
        const bookingId = /^\/bookings\/(.+)$/.exec(path)?.[1]
        const { expertId = '' } = body as { expertId?: string }
        const scope = bookingId === undefined ? { expertId } : { bookingId }
        expect(await storage.bookings.findAnswer(scope, key)).toBeNull()
      }
      for (const id of doubtful) {
        expect((await storage.bookings.find(id))?.version).toBe(own.get(id)?.version)
      }
    }
    await storage.close()
    await checkIntegrity()
  })
})

describe('a server that cannot start says why, in a line, and leaves', () => {
  it('beside another one on the same file, which goes on', async () => {
    const first = await startServer(environmentOf(dir))
    const { code, output, errors } = await launch(environmentOf(dir)).ended
    expect([code, output]).toEqual([1, ''])
    const lines = errors.trim().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe('ExpertConnect did not start:')
    expect(lines[1]).toMatch(/test\.db is in use by another ExpertConnect server/)
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
    const { port } = new URL(first.url)
    const elsewhere = { ...environmentOf(join(dir, 'other')), PORT: port }
    const refused = await launch(elsewhere).ended
    expect([refused.code, refused.errors.trim().split('\n').length]).toEqual([1, 2])
    expect(refused.errors).toContain(`EADDRINUSE`)
    expect((await first.kill('SIGTERM')).code).toBe(0)
  })

  it('with a bad configuration: all faults at once, by name, and no secret', async () => {
    const secret = 'not long enough'
    const env = { PORT: 'any', CURRENCY: 'dollars', RATE_LIMITS: 'maybe', SECRET: secret }
    const { code, output, errors } = await launch({ ...environmentOf(dir), ...env }).ended
    expect([code, output]).toEqual([1, ''])
    const named = errors
      .trim()
      .split('\n')
      .map((line) => line.trim().split(' ')[0])
    expect(named).toEqual(['ExpertConnect', 'PORT', 'SECRET', 'CURRENCY', 'RATE_LIMITS'])
    expect(errors).not.toContain(secret)
  })
})
