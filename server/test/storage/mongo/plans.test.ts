import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, minute } from '../../../src/domain/time/instant.ts'
import { release } from '../../../src/domain/bookings/transitions.ts'
import { bookingScopes } from '../../../src/storage/port/bookings.ts'
import type { DirectorySearch } from '../../../src/storage/port/experts.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import {
  aBooking,
  aGuard,
  aHold,
  confirmed,
  fresh,
  later,
  next,
  now,
  quarterAt,
  span,
} from '../fixtures.ts'
import { mongoUrl } from './mongo-store.ts'
import { openProfiled, type ProfiledStore, recordsEach } from './profiled-store.ts'

describe.skipIf(mongoUrl === null)('the plans of MongoDB', () => {
  let store: ProfiledStore
  let storage: Storage
  beforeAll(async () => {
    store = await openProfiled()
    storage = store.storage
  })
  afterAll(() => store.close())

  function allSearches(): DirectorySearch[] {
    const filters = [
      {},
      { category: 'music' },
      { language: 'de' },
      { words: ['numb'] },
      { words: ['somebody', 'number17'] },
      { maxPrice: 9000 },
      { category: 'music', language: 'de', maxPrice: 30_000, words: ['some'] },
    ]
    return (['soonest', 'rating', 'price'] as const).flatMap((sort) =>
      filters.map((filter) => ({ words: [], ...filter, sort, limit: 5 })),
    )
  }

  it('lead through an index for whatever is asked of the directory, page after page', async () => {
    let pages = 0
    await store.expectIndexed(async () => {
      for (const search of allSearches()) {
        const { next: after } = await storage.experts.search(search)
        pages += after ? 2 : 1
        if (after) await storage.experts.search({ ...search, after })
      }
    })
    expect(pages).toBeGreaterThan(allSearches().length * 1.5)
  })

  it('read no more of the directory than a page where it is only sorted', async () => {
    const search: DirectorySearch = { words: [], sort: 'price', limit: 5 }
    const { next: after } = await storage.experts.search(search)
    const profiled = await store.expectIndexed(() => storage.experts.search({ ...search, after }))
    const examined = profiled.map(({ docsExamined = 0 }) => docsExamined)
    // The one that the page before ended with, the page, and the one that says whether there are more.
    expect(Math.max(...examined)).toBeLessThanOrEqual(search.limit + 2)
  })

  it('count the experts of each category without reading one', async () => {
    const profiled = await store.expectIndexed(() => storage.categories.list())
    const counting = profiled.filter(({ ns }) => ns.endsWith('.experts'))
    expect(counting.map(({ docsExamined }) => docsExamined)).toEqual([0])
  })

  it('lead through an index for one expert, and for reviews page after page', async () => {
    await store.expectIndexed(async () => {
      const expert = await storage.experts.findBySlug('somebody-7')
      if (!expert) throw new Error('Nobody was found')
      await storage.experts.find(expert.id)
      let after: Awaited<ReturnType<Storage['reviews']['list']>>['next']
      for (let pages = 0; pages < 3; pages++) {
        ;({ next: after } = await storage.reviews.list(expert.id, { after, limit: 2 }))
      }
    })
  })

  it('list what is occupied without reading a document', async () => {
    await storage.bookings.hold(aHold({ expertId: 'expert-010', slot: 60 }), aGuard())
    const range = { from: quarterAt(0), to: quarterAt(1000), now }
    let found = 0
    const profiled = await store.expectIndexed(async () => {
      found = (await storage.bookings.listOccupied('expert-010', range)).length
    })
    expect(found).toBe(recordsEach + 1)
    expect(profiled.map(({ docsExamined }) => docsExamined)).toEqual([0])
  })

  it('lead through an index for the sessions of an expert, and read no more than a page', async () => {
    const expertId = 'expert-060'
    for (let slot = 0; slot < 80; slot += 4) {
      await storage.bookings.claim(aBooking({ expertId, slot }), aGuard())
    }
    const scopes = bookingScopes.map((scope) => ({ scope, now: quarterAt(40) }))
    const ways = [...scopes, { from: quarterAt(0), to: quarterAt(1000) }]
    const profiled = await store.expectIndexed(async () => {
      for (const chosen of ways) {
        const { next: after } = await storage.bookings.listOfExpert({ expertId, chosen, limit: 1 })
        await storage.bookings.listOfExpert({ expertId, chosen, after, limit: 1 })
      }
    })
    // The one that shows whether there is another page, and the last of the page before.
    const most = Math.max(...profiled.map(({ docsExamined = 0 }) => docsExamined))
    expect(most).toBeLessThan(4)
  })

  it('lead through an index for every claim, change and answer', async () => {
    const expertId = 'expert-020'
    const ceilings = { holds: 3, bookings: 3, unproved: { network: day, lately: day, since: now } }
    const guard = { ...aGuard(), ceilings }
    await store.expectIndexed(async () => {
      const hold = aHold({ expertId, slot: 0, network: 'net' })
      expect(await storage.bookings.hold(hold, guard)).toMatchObject({ kind: 'done' })
      expect(await storage.bookings.hold(hold, guard)).toMatchObject({ kind: 'replayed' })
      const rival = aBooking({ expertId, slot: 0 })
      const lost = await storage.bookings.claim(rival, { ...aGuard(), ceilings })
      expect(lost.kind).toBe('taken')
      const booking = confirmed(hold)
      const won = await storage.bookings.confirm(booking, { ...aGuard(), ceilings })
      expect(won.kind).toBe('done')

      const key = { key: fresh('key'), fingerprint: 'of the move', tokenVersion: 1 }
      const moved = next(booking, span({ slot: 20 }))
      const change = { next: moved, now, scheduleVersion: 1, key }
      expect(await storage.bookings.change(change)).toMatchObject({ kind: 'done' })
      expect(await storage.bookings.change(change)).toMatchObject({ kind: 'replayed' })
      await storage.bookings.findAnswer({ expertId }, guard.key.key)
      await storage.bookings.findAnswer({ bookingId: booking.id }, key.key)
      await storage.bookings.find(booking.id)

      const other = aHold({ expertId, slot: 40 })
      await storage.bookings.hold(other, aGuard())
      const renewed = next(other, { expiresAt: later(now, 9), renewed: true })
      expect((await storage.bookings.change({ next: renewed, now })).kind).toBe('done')
      const released = { next: release(renewed), now }
      expect((await storage.bookings.change(released)).kind).toBe('done')
    })
  })

  it('lead through an index where an expired hold is in the way', async () => {
    const expertId = 'expert-030'
    await storage.bookings.hold(aHold({ expertId, slot: 0 }), aGuard())
    const after = later(now, 30)
    await store.expectIndexed(async () => {
      const claimed = await storage.bookings.claim(aBooking({ expertId, slot: 1 }), {
        ...aGuard(),
        now: after,
      })
      expect(claimed.kind).toBe('done')
    })
  })

  it('lead through an index for all that is done again and again', async () => {
    for (let slot = 0; slot < 40; slot += 4) {
      await storage.bookings.hold(aHold({ expertId: 'expert-040', slot }), aGuard())
    }
    const hour = later(now, 60)
    await store.expectIndexed(async () => {
      expect(await storage.bookings.releaseExpired(hour)).toBeGreaterThan(9)
      expect(await storage.bookings.releaseExpired(hour)).toBe(0)
      expect(await storage.bookings.forgetReleased(later(now, 120))).toBeGreaterThan(9)
      const due = await storage.experts.listDue(hour, 50)
      expect(due).toHaveLength(50)
      await storage.experts.storeNextFree(
        due.map((each) => ({ ...each, slot: span({ slot: 400 }), refreshAt: later(now, 600) })),
      )
      await storage.experts.listDue(hour, 50)
      for (let uses = 0; uses < 40; uses++) {
        await storage.uses.count(`use ${uses}`, { now, milliseconds: minute })
      }
      await storage.uses.count('use 1', { now, milliseconds: minute })
      expect(await storage.uses.forget(hour)).toBe(40)
    })
  })

  it('lead through an index for a schedule', async () => {
    const expert = await storage.experts.find('expert-050')
    if (!expert) throw new Error('Nobody was found')
    const schedule = { ...expert.schedule, version: expert.schedule.version + 1 }
    await store.expectIndexed(() => storage.schedules.replace(expert.id, schedule))
  })

  it('look at one document, whichever comes first, to find out whether there is any', async () => {
    // The one reading without an index: asked once, as a server starts.
    const profiled = await store.profile(() => storage.isEmpty())
    expect(profiled.map(({ docsExamined }) => docsExamined)).toEqual([1, 1, 1])
  })
})
