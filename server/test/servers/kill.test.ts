import { setTimeout as delay } from 'node:timers/promises'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { BookingDoc } from '../../src/storage/mongo/engine/documents.ts'
import { killAll, type RealServer } from '../crash/real-server.ts'
import { checkServed, retry, setScene } from '../crash/scene.ts'
import { mongoUrl } from '../storage/mongo/mongo-store.ts'
import { ReturningWatcher } from './returning-watcher.ts'
import { openSharedStore, type SharedStore, startAt } from './shared-store.ts'
import { bookAt, holdAt } from './visits.ts'
import { faultsIn, readBookings } from '../storage/mongo/whole-records.ts'

const rounds = 8

describe.skipIf(mongoUrl === null)('a server that is killed beside another one', () => {
  let store: SharedStore
  let survivor: RealServer
  beforeAll(async () => {
    store = await openSharedStore()
    survivor = await store.start()
  })
  afterAll(async () => {
    await killAll()
    await store.dispose()
  })

  it('leaves nothing half done, and the other settles what was left open', async () => {
    const scene = await setScene(survivor.url)
    const { customers } = scene
    let lost = 0
    let next = store.start()
    for (let round = 0; round < rounds; round++) {
      const victim = await next
      next = store.start()
      const visits = customers.map((customer) => customer.visit(victim.url))
      await delay(200 + Math.random() * 400)
      expect((await victim.kill('SIGKILL')).signal).toBe('SIGKILL')
      await Promise.all(visits)
      expect(faultsIn(await readBookings(store.url))).toEqual([])
      lost += customers.reduce((sum, { unanswered }) => sum + unanswered.length, 0)
      for (const customer of customers) await retry(survivor.url, customer)
      await checkServed(survivor.url, scene)
    }
    await next
    expect(customers.flatMap(({ faults }) => faults)).toEqual([])
    const acknowledged = customers.reduce((sum, each) => sum + each.acknowledged, 0)
    expect(acknowledged).toBeGreaterThan(100)
    expect(lost).toBeGreaterThan(rounds)
    const docs = await readBookings(store.url)
    expect(faultsIn(docs)).toEqual([])
    // Each was told of what it has, and of nothing else.
    const owned = new Set(customers.flatMap(({ own }) => [...own.keys()]))
    expect(docs.filter(({ _id }) => !owned.has(_id))).toEqual([])
    await vi.waitFor(async () => {
      expect((await readBookings(store.url)).filter(({ due }) => due)).toEqual([])
    })
  })

  it('has its holds released by the other when they run out, and its bookings kept', async () => {
    const victim = await store.start()
    const watcher = await ReturningWatcher.of(survivor.url)
    const hold = await holdAt(victim.url, startAt(700))
    const { booking } = await bookAt(victim.url, startAt(701))
    await victim.kill('SIGKILL')
    const connection = await mongoose.createConnection(store.url).asPromise()
    const bookings = connection.collection<BookingDoc>('bookings')
    // As if its five minutes were over.
    await bookings.updateOne({ _id: hold.id }, { $set: { expiresAt: Date.now() as never } })
    await connection.close()
    await vi.waitFor(() => {
      expect(watcher.changes()).toEqual([
        `${hold.id} held 1`,
        `${booking.id} booked 1`,
        `${hold.id} released 2`,
      ])
    })
    watcher.close()
    const left = (await readBookings(store.url)).filter(({ _id }) =>
      [hold.id, booking.id].includes(_id),
    )
    expect(faultsIn(left)).toEqual([])
    expect(left.map(({ state }) => state).toSorted()).toEqual(['booked', 'released'])
    expect((await bookAt(survivor.url, startAt(700))).booking.version).toBe(1)
  })
})
