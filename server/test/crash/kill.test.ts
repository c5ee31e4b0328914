import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { endpoints } from '@expertconnect/contract/endpoints'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instantOf } from '../../src/domain/instant.ts'
import { openStorage } from '../../src/storage/open.ts'
import type { Storage } from '../../src/storage/port.ts'
import { openDatabase } from '../../src/storage/sqlite/driver.ts'
import { Customer, send, type Target } from './customer.ts'
import { environmentOf, killAll, launch, startServer } from './real-server.ts'

const rounds = 4
const people = 16
const day = 24 * 3_600_000

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'expertconnect-crash-'))
})
afterEach(async () => {
  await killAll()
  await rm(dir, { recursive: true, force: true })
})

async function read(url: string, path: string): Promise<unknown> {
  const response = await fetch(`${url}/api/v1${path}`)
  return response.json()
}

function boardPath(slug: string): string {
  const dateIn = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)
  return `/experts/${slug}/slots?from=${dateIn(0)}&to=${dateIn(40)}&timeZone=UTC`
}

async function readBoard(url: string, slug: string) {
  return endpoints.getBoard.response.parse(await read(url, boardPath(slug)))
}

interface Scene {
  readonly slugs: readonly string[]
  readonly customers: readonly Customer[]
  /** Records that were there before anybody came. */
  readonly seeded: ReadonlySet<string>
}

/** Four experts and as many people for each, who all want the same few dozen times. */
async function setScene(url: string): Promise<Scene> {
  const found = endpoints.searchExperts.response.parse(await read(url, '/experts?sort=soonest'))
  const slugs: string[] = []
  const targets: Target[] = []
  const seeded = new Set<string>()
  for (const { id, slug, policy } of found.items) {
    const { days, minutes, occupied } = await readBoard(url, slug)
    const earliest = Date.now() + policy.cancellationMinutes * 60_000 + day
    const starts = days
      .flatMap(({ slots }) => slots)
      .filter(({ startsAt, state }) => state === 'free' && Date.parse(startsAt) > earliest)
      .map(({ startsAt }) => startsAt)
    if (starts.length < 40 || targets.length === 4) continue
    for (const record of occupied) seeded.add(record.id)
    slugs.push(slug)
    targets.push({ expertId: id, starts: starts.slice(0, 60), minutes })
  }
  const customers = Array.from({ length: people }, (_, index) => {
    const target = targets[index % targets.length]
    if (!target) throw new Error('The demo has no expert with enough free times')
    return new Customer(`customer-${index}`, target)
  })
  return { slugs, customers, seeded }
}

/** Whoever was left without an answer asks again, twice: both times they are told the same. */
async function retry(url: string, customer: Customer): Promise<void> {
  for (const sent of customer.unanswered.splice(0)) {
    const first = await send(url, sent)
    if (!first) throw new Error('no answer to a retry')
    customer.take(sent, first)
    expect(first.text).not.toContain('key_reused')
    if (first.status < 300) expect(await send(url, sent)).toEqual(first)
  }
}

/** What was acknowledged is there, nothing else is, and nothing overlaps. */
async function checkServed(url: string, { slugs, customers, seeded }: Scene): Promise<void> {
  const live = new Map<string, { version: number; state: string; startsAt: string }>()
  for (const slug of slugs) {
    const { occupied } = await readBoard(url, slug)
    let free = ''
    for (const row of occupied) {
      expect(row.startsAt >= free).toBe(true)
      free = row.until
      live.set(row.id, row)
    }
  }
  const known = new Set(seeded)
  for (const { own, doubtful } of customers) {
    for (const { id, status, version, startsAt, token } of own.values()) {
      known.add(id)
      const row = live.get(id)
      if (status === 'held') {
        expect(row).toMatchObject({ state: 'held', startsAt })
        if (doubtful.has(id)) expect(row?.version).toBeGreaterThanOrEqual(version)
        else expect(row?.version).toBe(version)
        continue
      }
      const headers = { Authorization: `Bearer ${token}` }
      const response = await fetch(`${url}/api/v1/bookings/${id}`, { headers })
      const { booking } = endpoints.getBooking.response.parse(await response.json())
      expect(booking).toMatchObject({ status, version, startsAt })
      expect(row?.state).toBe(status === 'booked' ? 'booked' : undefined)
    }
  }
  expect([...live.keys()].filter((id) => !known.has(id))).toEqual([])
}

/** The same once more, in the file itself, for every expert of the store. */
async function checkStored(storage: Storage, { customers }: Scene): Promise<void> {
  const everyone = await storage.searchExperts({ words: [], sort: 'price', limit: 1000 })
  expect(everyone.experts.length).toBeGreaterThan(20)
  const range = { from: instantOf(0), to: instantOf(Date.now() + 365 * day), now: instantOf(0) }
  for (const { id } of everyone.experts) {
    let free = 0
    for (const record of await storage.listOccupied(id, range)) {
      expect(record.startsAt).toBeGreaterThanOrEqual(free)
      free = record.until
    }
  }
  for (const { own } of customers) {
    for (const { id, version, status } of own.values()) {
      const record = await storage.findRecord(id)
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

function sum(customers: readonly Customer[], of: (customer: Customer) => number): number {
  return customers.reduce((total, customer) => total + of(customer), 0)
}

describe('a server that is killed', () => {
  it('has kept whatever it acknowledged, each time', { timeout: 90_000 }, async () => {
    let server = await startServer(dir)
    const scene = await setScene(server.url)
    let lost = 0
    for (let round = 0; round < rounds; round++) {
      const { url } = server
      const visits = scene.customers.map((customer) => customer.visit(url))
      await delay(300 + Math.random() * 900)
      expect((await server.kill('SIGKILL')).signal).toBe('SIGKILL')
      await Promise.all(visits)
      lost += sum(scene.customers, ({ unanswered }) => unanswered.length)
      server = await startServer(dir)
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
    const server = await startServer(dir)
    const scene = await setScene(server.url)
    const visits = scene.customers.map((customer) => customer.visit(server.url))
    await delay(700)
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
        expect(await storage.findAnswer(scope, key)).toBeNull()
      }
      for (const id of doubtful) {
        expect((await storage.findRecord(id))?.version).toBe(own.get(id)?.version)
      }
    }
    await storage.close()
    await checkIntegrity()
  })
})

describe('a server that cannot start says why, in a line, and leaves', () => {
  it('beside another one on the same file, which goes on', async () => {
    const first = await startServer(dir)
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
