import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { endpoints } from '@expertconnect/contract/endpoints'
import type { BookingUpdated } from '@expertconnect/contract/realtime'
import type { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { environmentOf, killAll, launch } from '../crash/real-server.ts'
import { Buyer } from './buyer.ts'
import { mongoUrl } from './mongo-store.ts'
import { killPrimary, startThreeNodes, stepDown } from './three-nodes.ts'

const day = 24 * 3_600_000
const buyers = 8
/** The default election timeout is ten seconds; then the drivers must find the new primary. */
const serviceBackMs = 13_000

let dir: string
let nodes: MongoMemoryReplSet
let url: string
let socket: Socket | undefined

beforeAll(async () => {
  if (mongoUrl === null) return
  dir = await mkdtemp(join(tmpdir(), 'expertconnect-failover-'))
  nodes = await startThreeNodes()
  const { ready, ended } = launch({
    ...environmentOf(dir),
    DATABASE_URL: nodes.getUri('failover'),
    SECRET: 'of the failover test, 32 bytes long',
  })
  const early = ended.then(({ errors }) => Promise.reject(new Error(errors)))
  early.catch(() => undefined)
  url = await Promise.race([ready, early])
}, 90_000)

afterAll(async () => {
  socket?.close()
  await killAll()
  await nodes?.stop()
  if (dir) await rm(dir, { recursive: true, force: true })
}, 60_000)

async function readBoard(slug: string) {
  const dateIn = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)
  const query = `from=${dateIn(0)}&to=${dateIn(60)}&timeZone=UTC`
  const response = await fetch(`${url}/api/v1/experts/${slug}/slots?${query}`)
  return endpoints.getBoard.response.parse(await response.json())
}

async function anyExpert() {
  const response = await fetch(`${url}/api/v1/experts?sort=price`)
  const { items } = endpoints.searchExperts.response.parse(await response.json())
  const byFreeTimes = await Promise.all(
    items.map(async (expert) => {
      const { days, minutes } = await readBoard(expert.slug)
      const earliest = Date.now() + expert.policy.cancellationMinutes * 60_000 + day
      const starts = days
        .flatMap(({ slots }) => slots)
        .filter(({ startsAt, state }) => state === 'free' && Date.parse(startsAt) > earliest)
        .map(({ startsAt }) => startsAt)
      return { expert, minutes, starts }
    }),
  )
  const [most] = byFreeTimes.toSorted((a, b) => b.starts.length - a.starts.length)
  if (!most) throw new Error('The demo has no expert')
  return most
}

/** The longest time in which nobody was served, around an instant. */
function longestSilence(all: readonly Buyer[], from: number, to: number): number {
  const served = all.flatMap(({ servedAt }) => servedAt).filter((at) => at >= from && at <= to)
  const sorted = [from, ...served.toSorted((a, b) => a - b), to]
  return Math.max(...sorted.slice(1).map((at, index) => at - (sorted[index] ?? at)))
}

describe.skipIf(mongoUrl === null)('three nodes', () => {
  it(
    'lose no acknowledged booking with their primary, and sell nothing twice',
    { timeout: 180_000 },
    async () => {
      const { expert, minutes, starts } = await anyExpert()
      const target = { expertId: expert.id, minutes, starts }
      const heard: BookingUpdated[] = []
      let lost = 0
      socket = io(url, { transports: ['websocket'], reconnectionDelay: 500 })
      socket.on(
        'connect',
        () => void socket?.emit('board:watch', { expertId: expert.id }, () => {}),
      )
      socket.on('disconnect', (reason) => {
        lost++
        if (reason === 'io server disconnect') socket?.connect()
      })
      socket.on('bookingUpdated', (event: BookingUpdated) => heard.push(event))
      await vi.waitFor(() => expect(socket?.connected).toBe(true))

      const all = Array.from({ length: buyers }, (_, index) => new Buyer(`buyer-${index}`, target))
      const stop = new AbortController()
      const buying = all.map((buyer) => buyer.buy(url, stop.signal))
      await delay(2000)

      const killedAt = performance.now()
      await killPrimary(nodes)
      await vi.waitFor(() => expect(lastServed(all)).toBeGreaterThan(killedAt + 4000), {
        timeout: 30_000,
        interval: 100,
      })
      await delay(2000)
      const silence = longestSilence(all, killedAt, performance.now())
      expect(silence).toBeLessThan(serviceBackMs)

      const steppedDownAt = performance.now()
      await stepDown(nodes)
      await vi.waitFor(() => expect(lastServed(all)).toBeGreaterThan(steppedDownAt + 1500), {
        timeout: 30_000,
        interval: 100,
      })
      stop.abort()
      await Promise.all(buying)

      expect(all.flatMap(({ faults }) => faults)).toEqual([])
      expect(all.reduce((sum, { bookings }) => sum + bookings.size, 0)).toBeGreaterThan(20)

      const { occupied } = await readBoard(expert.slug)
      for (const [index, row] of occupied.entries()) {
        expect((occupied[index - 1]?.until ?? '') <= row.startsAt).toBe(true)
      }
      const live = new Map(occupied.map((row) => [row.id, row]))
      for (const { bookings } of all) {
        for (const { id, version, startsAt } of bookings.values()) {
          expect(live.get(id)).toMatchObject({ version, startsAt, state: 'booked' })
        }
      }
      // One effect for each key, also where it was sent again and again.
      const made = all.flatMap(({ bookings }) => [...bookings.keys()])
      expect(new Set(made).size).toBe(made.length)

      expect(lost).toBeGreaterThan(0)
      await vi.waitFor(() => expect(socket?.connected).toBe(true), { timeout: 20_000 })
      await delay(500)
      heard.length = 0
      const last = new Buyer('the-last', target)
      await last.buyOne(url)
      const [bought] = last.bookings.keys()
      await vi.waitFor(() => expect(heard.map(({ id }) => id)).toEqual([bought]))
    },
  )
})

function lastServed(all: readonly Buyer[]): number {
  return Math.max(...all.map(({ servedAt }) => servedAt.at(-1) ?? 0))
}
