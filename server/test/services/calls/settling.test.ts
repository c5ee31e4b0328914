import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BookedRecord } from '../../../src/domain/bookings/booking.ts'
import { statusOf } from '../../../src/domain/bookings/policy.ts'
import { cancel, move } from '../../../src/domain/bookings/transitions.ts'
import type { CallEvent } from '../../../src/domain/calls/call-event.ts'
import { roomClosesAt } from '../../../src/domain/calls/room.ts'
import type { Instant } from '../../../src/domain/time/instant.ts'
import { createSettling } from '../../../src/services/calls/settling.ts'
import { openStorage } from '../../../src/storage/open.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { aCallEvent } from '../../storage/calls/call-event-fixtures.ts'
import { ada, book, emptyContent, later, now as booked, span } from '../../storage/fixtures.ts'

let storage: Storage
let now: Instant
let booking: BookedRecord
beforeEach(async () => {
  storage = await openStorage('file::memory:')
  await storage.fill(emptyContent())
  booking = await book(storage)
  now = later(roomClosesAt(booking), 2)
})
afterEach(() => storage.close())

/** One of the servers on this store. */
const server = (store = storage) => createSettling({ storage: store, clock: () => now })

/** The expert was there for half an hour, and a customer may have been. */
async function came(of = booking, roles: readonly CallEvent['role'][] = ['expert']) {
  const events = roles.flatMap((role) =>
    Array.from({ length: 31 }, (_, minutes) =>
      aCallEvent({ bookingId: of.id, role, kind: 'there', at: later(of.startsAt, minutes) }),
    ),
  )
  await storage.callEvents.append(events)
}

async function found(id = booking.id): Promise<BookedRecord> {
  const record = await storage.bookings.find(id)
  if (record?.state !== 'booked') throw new Error('It is not booked')
  return record
}

describe('a session whose room has closed', () => {
  it('is missed where one waited in vain, and both read when they were there', async () => {
    await came()
    expect(await server().settleDue()).toBe(1)
    const record = await found()
    expect(statusOf(record, now)).toBe('missed')
    const waited = [{ from: booking.startsAt, to: later(booking.startsAt, 30) }]
    expect(record).toMatchObject({
      version: 2,
      settlement: {
        outcome: 'customer_missed',
        stays: { customer: [], expert: waited },
        settledAt: now,
      },
    })
    expect(await storage.callEvents.listOpen()).toEqual([])
    expect(await server().settleDue()).toBe(0)
    expect(await found()).toEqual(record)
  })

  it('is completed where they met', async () => {
    await came(booking, ['customer', 'expert'])
    expect(await server().settleDue()).toBe(1)
    expect(statusOf(await found(), now)).toBe('completed')
    expect((await found()).settlement?.outcome).toBe('completed')
  })

  it('of which nothing is known is left as it was, and completed as ever', async () => {
    expect(await server().settleDue()).toBe(0)
    expect(await found()).toEqual(booking)
    expect(statusOf(await found(), now)).toBe('completed')
  })

  it('is not called missed where they may have met by the link of the expert', async () => {
    const expert = await storage.experts.find(ada)
    if (!expert) throw new Error('Ada is gone')
    const next = { ...expert, version: expert.version + 1, meetingUrl: 'https://meet.example/ada' }
    await storage.experts.change({ next })
    await came()
    await server().settleDue()
    expect((await found()).settlement?.outcome).toBe('too_short')
    expect(statusOf(await found(), now)).toBe('completed')
  })

  it('waits for what is still being written', async () => {
    await came()
    now = later(roomClosesAt(booking), 1)
    expect(await server().settleDue()).toBe(0)
    expect(await storage.callEvents.listOpen()).toEqual([booking.id])
    now = later(now, 1)
    expect(await server().settleDue()).toBe(1)
  })

  it('that was cancelled while they were there is cancelled, and looked at once', async () => {
    await came()
    await storage.bookings.change({ next: cancel(booking, 'Ill', now, 'expert'), now })
    expect(await server().settleDue()).toBe(0)
    expect(await storage.bookings.find(booking.id)).toMatchObject({
      state: 'cancelled',
      version: 2,
    })
    expect(await storage.callEvents.listOpen()).toEqual([])
  })

  it('that was moved counts by the time that it has now', async () => {
    await came()
    const moved = move(booking, 60, span({ slot: 96 }))
    const asked = { next: moved, now: booked, scheduleVersion: 1 }
    expect(await storage.bookings.change(asked)).toMatchObject({ kind: 'done' })
    expect(await server().settleDue()).toBe(0)
    await came(moved, ['customer', 'expert'])
    now = later(roomClosesAt(moved), 2)
    expect(await server().settleDue()).toBe(1)
    expect(await found()).toMatchObject({ version: 3, settlement: { outcome: 'completed' } })
  })
})

describe('servers that look at the same sessions', () => {
  it('settle each once, whoever is first', async () => {
    const others = await Promise.all([1, 2, 3, 4].map((at) => book(storage, { slot: at * 8 })))
    now = later(now, 24 * 60)
    for (const each of [booking, ...others]) await came(each)
    const heard: string[] = []
    storage.listen({ changed: (changes) => heard.push(...changes.map(({ record }) => record.id)) })
    const counts = await Promise.all([1, 2, 3, 4].map(() => server().settleDue()))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5)
    expect(heard.toSorted()).toEqual([booking, ...others].map(({ id }) => id).toSorted())
    await server().settleDue()
    expect(await storage.callEvents.listOpen()).toEqual([])
  })

  it('and die in the middle of it lose nothing and double nothing', async () => {
    await came()
    const dies = {
      ...storage,
      callEvents: {
        ...storage.callEvents,
        settle: async () => {
          throw new Error('killed')
        },
      },
    }
    await expect(server(dies).settleDue()).rejects.toThrow('killed')
    const settled = await found()
    expect(settled).toMatchObject({ version: 2 })
    now = later(now, 1)
    expect(await server().settleDue()).toBe(0)
    expect(await found()).toEqual(settled)
    expect(await storage.callEvents.listOpen()).toEqual([])
  })

  it('are not kept from the others by one that fails', async () => {
    const other = await book(storage, { slot: 8 })
    now = later(now, 24 * 60)
    await came()
    await came(other)
    const fails = {
      ...storage,
      callEvents: {
        ...storage.callEvents,
        listOf: async (id: string) => {
          if (id === booking.id) throw new Error('not this one')
          return storage.callEvents.listOf(id)
        },
      },
    }
    await expect(server(fails).settleDue()).rejects.toThrow('not this one')
    expect((await found(other.id)).version).toBe(2)
    expect((await found()).version).toBe(1)
  })
})
