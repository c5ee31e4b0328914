import { setTimeout as delay } from 'node:timers/promises'
import mongoose from 'mongoose'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hour, plus } from '../../../src/domain/time/instant.ts'
import { copyStore, isSame } from '../../../src/storage/copy-store.ts'
import { openStorage } from '../../../src/storage/open.ts'
import type { SeatState } from '../../../src/domain/calls/seat.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { emptyContent, now } from '../fixtures.ts'
import { dropDatabase, freshDatabase, mongoUrl } from './mongo-store.ts'
import { openProfiled } from './profiled-store.ts'

/** A beat is missed for six seconds. */
const missedMs = 6000

function sit(storage: Storage, bookingId: string): Promise<SeatState> {
  const taken = { bookingId, role: 'customer', seat: `seat in ${bookingId}` } as const
  return storage.calls.takeSeat({ ...taken, now, until: plus(now, hour) })
}

describe.skipIf(mongoUrl === null)('the seats of calls in MongoDB', () => {
  let url: string
  const open: Storage[] = []
  beforeEach(() => {
    url = freshDatabase()
  })
  afterEach(async () => {
    for (const storage of open.splice(0)) await storage.close()
    await dropDatabase(url)
  })

  async function server(): Promise<Storage> {
    const storage = await openStorage(url, { migrate: true })
    open.push(storage)
    return storage
  }

  it('are freed when their server is gone, by whichever other one, once, and no others', async () => {
    const [here, there, third] = [await server(), await server(), await server()]
    const told: SeatState[] = []
    here.listen({ seatChanged: (state) => told.push(state) })
    for (const id of ['call-1', 'call-2']) await sit(there, id)
    const own = await sit(here, 'call-3')
    await sit(third, 'call-4')
    await vi.waitFor(() => expect(told).toHaveLength(4))
    expect(told.map(({ isHere }) => isHere)).toEqual([false, false, true, false])
    await there.close()
    open.splice(open.indexOf(there), 1)
    const closedAt = performance.now()
    await vi.waitFor(() => expect(told).toHaveLength(6))
    expect(performance.now() - closedAt).toBeGreaterThan(missedMs - 3000)
    expect(told.slice(4)).toMatchObject(
      ['call-1', 'call-2'].map((bookingId) => ({
        bookingId,
        seat: null,
        absence: 'lost',
        version: 2,
      })),
    )
    await delay(missedMs)
    expect(told).toHaveLength(6)
    expect(await here.calls.listSeats('call-3')).toEqual([own])
  })

  it('are freed also where they were taken in the last moment of a server that was missed already', async () => {
    const [here, there] = [await server(), await server()]
    const told: SeatState[] = []
    here.listen({ seatChanged: (state) => told.push(state) })
    await here.calls.listSeats('call-1')
    await sit(there, 'call-1')
    await there.close()
    open.splice(open.indexOf(there), 1)
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ seat: null, absence: 'lost' }))
    const connection = await mongoose.createConnection(url).asPromise()
    const seats = connection.collection<{ _id: string }>('seats')
    await seats.updateOne({ _id: 'call-1:customer' }, { $set: { seat: 'late', version: 3 } })
    await connection.close()
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ seat: null, version: 4 }))
  })

  it('are forgotten by the database itself, as are signals and servers', async () => {
    const storage = await server()
    await sit(storage, 'call-1')
    await storage.calls.pass({ bookingId: 'call-1', from: 'a', to: 'b', body: 'x' }, now)
    const connection = await mongoose.createConnection(url).asPromise()
    for (const [name, field, seconds] of [
      ['seats', 'until', 86_400],
      ['signals', 'at', 60],
      ['servers', 'seenAt', 86_400],
    ] as const) {
      const collection = connection.collection(name)
      const [doc] = await collection.find().toArray()
      expect(doc?.[field]).toBeInstanceOf(Date)
      const forgotten = (await collection.indexes()).find((index) => index.name === 'forgotten')
      expect(forgotten).toMatchObject({ key: { [field]: 1 }, expireAfterSeconds: seconds })
    }
    await connection.close()
  })

  it('stay behind when a store is copied, and are not in the way of it', async () => {
    const storage = await server()
    await storage.fill(emptyContent())
    await sit(storage, 'call-1')
    const target = freshDatabase()
    const compared = await copyStore(url, target)
    expect(compared.filter((each) => !isSame(each))).toEqual([])
    const copy = await openStorage(target)
    expect(await copy.calls.listSeats('call-1')).toEqual([])
    await copy.close()
    await dropDatabase(target)
  })

  it('are found through an index, whatever is done with them', async () => {
    const store = await openProfiled()
    await store.expectIndexed(async () => {
      const state = await sit(store.storage, 'call-1')
      await sit(store.storage, 'call-1')
      await store.storage.calls.freeSeat(state, 'left')
      await store.storage.calls.listSeats('call-1')
      await store.storage.calls.pass({ bookingId: 'call-1', from: 'a', to: 'b', body: 'x' }, now)
    })
    await store.close()
  })
})
