import { describe, expect, it } from 'vitest'
import { cancel } from '../../../src/domain/bookings/transitions.ts'
import type { BookingSearch } from '../../../src/storage/port/bookings.ts'
import { anEntry } from '../experts/profile-fixtures.ts'
import { ada, bina, book, later, now } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

export function bookingSearchCases(open: OpenStore): void {
  describe('bookings of everybody', () => {
    const store = storePerTest(open)
    const trail = async () => (await store.storage.audit.list({ limit: 100 })).items

    it('finds bookings of everybody, by scope, address and name, page after page', async () => {
      const { storage } = store
      const mail = (name: string) => `${name}@example.net`
      const at = async (slot: number, name: string, email: string, expertId = ada) =>
        book(storage, { slot, expertId, customer: { name, email } })
      const first = await at(0, 'Zoë Łukasz', mail('zoe'))
      const second = await at(8, 'Grace Hopper', mail('Grace'))
      const third = await at(8, 'Ada Grace', mail('other'), bina)
      const gone = await at(16, 'Grace Hopper', mail('grace'))
      const cancelled = cancel(gone, undefined, now)
      const entry = anEntry({ action: 'booking_cancelled' })
      expect((await storage.bookings.change({ next: cancelled, now, audit: entry })).kind).toBe(
        'done',
      )
      expect(await trail()).toEqual([entry])
      const when = later(second.startsAt, -1)
      const find = async (asked: Partial<BookingSearch>) => {
        const ids: string[] = []
        let after: BookingSearch['after']
        for (let pages = 0; pages < 9; pages++) {
          const wanted = { scope: 'all', now: when, limit: 1, after, ...asked } as const
          const page = await storage.bookings.search(wanted)
          ids.push(...page.items.map(({ id }) => id))
          after = page.next
          if (!after) return ids
        }
        throw new Error('There is no end of pages')
      }
      const eight = [second.id, third.id].toSorted()
      expect(await find({})).toEqual([gone.id, ...eight.toReversed(), first.id])
      expect(await find({ scope: 'upcoming' })).toEqual(eight)
      expect(await find({ scope: 'past' })).toEqual([first.id])
      expect(await find({ scope: 'cancelled' })).toEqual([gone.id])
      expect(await find({ email: 'GRACE@example.net' })).toEqual([gone.id, second.id])
      expect(await find({ email: 'grace@', scope: 'upcoming' })).toEqual([second.id])
      expect(await find({ words: ['grace'], scope: 'upcoming' })).toEqual(eight)
      expect(await find({ words: ['luk', 'zoe'] })).toEqual([first.id])
      expect(await find({ words: ['nobody'] })).toEqual([])
      expect(await find({ expertId: ada })).toEqual([gone.id, second.id, first.id])
      expect(await find({ expertId: bina, scope: 'upcoming' })).toEqual([third.id])
      expect(await find({ expertId: bina, email: 'grace@' })).toEqual([])
      expect(await find({ expertId: ada, words: ['grace'] })).toEqual([gone.id, second.id])
    })

    it('finds those that start from one instant on and before another, either way round', async () => {
      const { storage } = store
      const slots = [0, 8, 16, 24]
      const booked: string[] = []
      for (const slot of slots) booked.push((await book(storage, { slot, expertId: ada })).id)
      const others = (await book(storage, { slot: 8, expertId: bina })).id
      const start = async (at: number) => {
        const record = await storage.bookings.find(booked[at] ?? '')
        return record?.startsAt ?? now
      }
      const [from, to] = [await start(1), await start(3)]
      const find = async (asked: Partial<BookingSearch>) => {
        const ids: string[] = []
        let after: BookingSearch['after']
        do {
          const page = await storage.bookings.search({
            scope: 'all',
            now,
            limit: 1,
            after,
            ...asked,
          })
          ids.push(...page.items.map(({ id }) => id))
          after = page.next
        } while (after)
        return ids
      }
      const range = { from, to, expertId: ada } as const
      expect(await find({ ...range, scope: 'upcoming' })).toEqual(booked.slice(1, 3))
      expect(await find(range)).toEqual(booked.slice(1, 3).toReversed())
      expect(await find({ ...range, to: undefined })).toEqual(booked.slice(1).toReversed())
      expect(await find({ ...range, from: undefined })).toEqual(booked.slice(0, 3).toReversed())
      expect(new Set(await find({ from, to }))).toEqual(new Set([...booked.slice(1, 3), others]))
    })
  })
}
