import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { aBooking, aGuard, aHold, confirmed } from '../fixtures.ts'
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

  async function operations(work: () => Promise<unknown>): Promise<string[]> {
    const profiled = await store.profile(work)
    return profiled.map(({ op, ns }) => `${op} ${ns.split('.').at(-1)}`).toSorted()
  }

  it('is a look at the version of the schedule and one write', async () => {
    const guard = aGuard()
    const booking = aBooking({ expertId, slot: 400 })
    expect(await operations(() => storage.bookings.claim(booking, guard))).toEqual([
      'insert bookings',
      'query experts',
    ])
    const hold = aHold({ expertId, slot: 410 })
    expect(await operations(() => storage.bookings.hold(hold, aGuard()))).toEqual([
      'insert bookings',
      'query experts',
    ])
    // The record itself is read as well.
    expect(await operations(() => storage.bookings.confirm(confirmed(hold), aGuard()))).toEqual([
      'query bookings',
      'query experts',
      'update bookings',
    ])
  })

  it('is more only where it is refused: what the same request was answered comes first', async () => {
    const guard = aGuard()
    const booking = aBooking({ expertId, slot: 420 })
    await storage.bookings.claim(booking, guard)
    const again = await operations(async () => {
      const outcome = await storage.bookings.claim(booking, { ...guard, scheduleVersion: 0 })
      expect(outcome.kind).toBe('replayed')
    })
    expect(again).toEqual(['query bookings', 'query experts'])
  })
})
