import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SlotRecord } from '../../../src/domain/bookings/booking.ts'
import { cancel, move } from '../../../src/domain/bookings/transitions.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { aBooking, aGuard, aHold, confirmed, now, quarterAt, span } from '../fixtures.ts'
import { mongoUrl } from './mongo-store.ts'
import { openProfiled, type ProfiledStore } from './profiled-store.ts'

const expertId = 'expert-001'

describe.skipIf(mongoUrl === null)('what time of an expert costs on MongoDB', () => {
  let store: ProfiledStore
  let storage: Storage
  beforeAll(async () => {
    store = await openProfiled()
    storage = store.storage
  })
  afterAll(() => store.close())

  async function makeHold(slot: number) {
    const hold = aHold({ expertId, slot })
    await storage.bookings.hold(hold, aGuard())
    return hold
  }

  async function findAs<S extends SlotRecord['state']>(state: S, id: string) {
    const record = await storage.bookings.find(id)
    if (record?.state !== state) throw new Error(`It is not ${state}`)
    return record as Extract<SlotRecord, { state: S }>
  }

  async function operations(work: () => Promise<unknown>): Promise<string[]> {
    const profiled = await store.profile(work)
    return profiled.map(({ op, ns }) => `${op} ${ns.split('.').at(-1)}`).toSorted()
  }

  it('is one write, where this server has heard of the expert', async () => {
    expect(await operations(() => storage.experts.recall(expertId))).toEqual(['query experts'])
    expect(await operations(() => storage.experts.recall(expertId))).toEqual([])
    const booking = aBooking({ expertId, slot: 400 })
    expect(await operations(() => storage.bookings.claim(booking, aGuard()))).toEqual([
      'insert bookings',
    ])
    const hold = aHold({ expertId, slot: 410 })
    expect(await operations(() => storage.bookings.hold(hold, aGuard()))).toEqual([
      'insert bookings',
    ])
    // What is to be replaced is read, unless it was just found.
    expect(await operations(() => storage.bookings.confirm(confirmed(hold), aGuard()))).toEqual([
      'query bookings',
      'update bookings',
    ])
  })

  it('is one write as well where a record that was found is confirmed, moved or cancelled', async () => {
    const { bookings } = storage
    const held = await findAs('held', (await makeHold(430)).id)
    const booked = confirmed(held)
    const guard = { ...aGuard(), before: held }
    expect(await operations(() => bookings.confirm(booked, guard))).toEqual(['update bookings'])

    const before = await findAs('booked', booked.id)
    const moved = move(before, 60, span({ slot: 440, minutes: 60 }))
    const asked = { next: moved, now, before, scheduleVersion: 1 }
    expect(await operations(() => bookings.change(asked))).toEqual(['update bookings'])

    const again = await findAs('booked', booked.id)
    const cancelled = { next: cancel(again, undefined, now), now, before: again }
    expect(await operations(() => bookings.change(cancelled))).toEqual(['update bookings'])
  })

  it('leaves the time that is taken known: a board that is made anew asks for nothing', async () => {
    const range = { from: quarterAt(0), to: quarterAt(900), now }
    const recall = () => storage.bookings.recallOccupied(expertId, range)
    expect(await operations(recall)).toEqual(['query bookings'])
    const booking = aBooking({ expertId, slot: 450 })
    await storage.bookings.claim(booking, aGuard())
    const known = await storage.bookings.listOccupied(expertId, range)
    expect(known.map(({ id }) => id)).toContain(booking.id)
    expect(await operations(async () => expect(await recall()).toEqual(known))).toEqual([])
  })

  it('looks at the schedule of an expert who was not heard of', async () => {
    const other = 'expert-002'
    const booking = aBooking({ expertId: other, slot: 400 })
    expect(await operations(() => storage.bookings.claim(booking, aGuard()))).toEqual([
      'insert bookings',
      'query experts',
    ])
  })

  it('is known anew when the schedule has changed', async () => {
    const other = 'expert-003'
    const expert = await storage.experts.recall(other)
    if (!expert) throw new Error('There is no such expert')
    await storage.schedules.replace(other, { ...expert.schedule, version: 2 })
    expect((await storage.experts.recall(other))?.schedule.version).toBe(2)
    const booking = aBooking({ expertId: other, slot: 400 })
    const { kind } = await storage.bookings.claim(booking, aGuard())
    expect(kind).toBe('stale_schedule')
  })

  it('is more only where it is refused: what the same request was answered comes first', async () => {
    const guard = aGuard()
    const booking = aBooking({ expertId, slot: 420 })
    await storage.bookings.claim(booking, guard)
    const again = await operations(async () => {
      const outcome = await storage.bookings.claim(booking, { ...guard, scheduleVersion: 0 })
      expect(outcome.kind).toBe('replayed')
    })
    // The version that is asked for is not the one that was heard of: the stored one decides.
    expect(again).toEqual(['query bookings', 'query experts'])
  })
})
