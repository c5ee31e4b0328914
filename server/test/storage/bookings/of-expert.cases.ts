import { describe, expect, it } from 'vitest'
import type { BookedRecord } from '../../../src/domain/bookings/booking.ts'
import type { Instant } from '../../../src/domain/time/instant.ts'
import { cancel } from '../../../src/domain/bookings/transitions.ts'
import {
  type BookingPlace,
  type BookingScope,
  bookingScopes,
  type OfExpert,
} from '../../../src/storage/port/bookings.ts'
import { ada, bina, book, hold, later, now, quarterAt } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

export function bookingsOfExpertCases(open: OpenStore): void {
  describe('bookings with an expert', () => {
    const store = storePerTest(open)

    async function list(chosen: OfExpert['chosen'], expertId = ada) {
      const { items: bookings, next } = await store.storage.bookings.listOfExpert({
        expertId,
        chosen,
        limit: 50,
      })
      expect(next).toBeUndefined()
      return bookings
    }

    const inScope = (scope: BookingScope, at: Instant = now) => list({ scope, now: at })
    const inRange = async (from: number, to: number) =>
      (await list({ from: quarterAt(from), to: quarterAt(to) })).map(({ id }) => id)

    async function cancelled(booking: BookedRecord) {
      const record = cancel(booking, 'Ill', now, 'expert')
      await store.storage.bookings.change({ next: record, now })
      return record
    }

    async function pages(chosen: OfExpert['chosen'], limit: number): Promise<string[][]> {
      const found: string[][] = []
      let after: BookingPlace | undefined
      do {
        const asked = { expertId: ada, chosen, limit, after }
        const { items: bookings, next } = await store.storage.bookings.listOfExpert(asked)
        found.push(bookings.map(({ id }) => id))
        after = next
      } while (after)
      return found
    }

    it('are upcoming until their end has come, past from then on, or cancelled', async () => {
      const kept = await book(store.storage, { slot: 0, minutes: 480, topic: 'All day' })
      const gone = await cancelled(await book(store.storage, { slot: 40 }))
      await book(store.storage, { slot: 0, expertId: bina })
      for (const at of [now, quarterAt(0), later(quarterAt(0), 479)]) {
        expect(await inScope('upcoming', at)).toEqual([kept])
        expect(await inScope('past', at)).toEqual([])
        expect(await inScope('cancelled', at)).toEqual([gone])
      }
      expect(await inScope('upcoming', quarterAt(32))).toEqual([])
      expect(await inScope('past', quarterAt(32))).toEqual([kept])
    })

    it('are never holds, live, released or confirmed by nobody', async () => {
      await hold(store.storage, { slot: 0 })
      await hold(store.storage, { slot: 8, expiresAt: later(now, 1) })
      await store.storage.bookings.releaseExpired(later(now, 1))
      for (const scope of bookingScopes) expect(await inScope(scope)).toEqual([])
      expect(await inRange(-100, 100)).toEqual([])
    })

    it('of a range are whatever overlaps it, cancelled ones as well, by start', async () => {
      const first = await book(store.storage, { slot: 0, minutes: 60, gap: 30 })
      const gone = await cancelled(await book(store.storage, { slot: 8, minutes: 480 }))
      const last = await book(store.storage, { slot: 20, minutes: 30 })
      expect(await inRange(0, 100)).toEqual([first.id, gone.id, last.id])
      expect(await inRange(3, 9)).toEqual([first.id, gone.id])
      // Its end is not in it, and the gap behind it is no session.
      expect(await inRange(4, 8)).toEqual([])
      expect(await inRange(39, 40)).toEqual([gone.id])
      expect(await inRange(40, 100)).toEqual([])
      expect(await inRange(-10, 0)).toEqual([])
    })

    it('come in pages without a gap or a double, also where starts are the same', async () => {
      for (const slot of [0, 4, 8]) {
        await cancelled(await book(store.storage, { slot }))
        await cancelled(await book(store.storage, { slot }))
        await book(store.storage, { slot })
      }
      const end = quarterAt(12)
      const ways: OfExpert['chosen'][] = [
        { scope: 'upcoming', now },
        { scope: 'past', now: end },
        { scope: 'cancelled', now },
        { from: quarterAt(0), to: end },
      ]
      const lengths: number[] = []
      for (const chosen of ways) {
        const all = (await list(chosen)).map(({ id }) => id)
        lengths.push(all.length)
        for (const limit of [1, 2, 3, 4, 9]) {
          const found = await pages(chosen, limit)
          expect(found.flat()).toEqual(all)
          expect(found).toHaveLength(Math.ceil(all.length / limit))
        }
      }
      expect(lengths).toEqual([3, 3, 6, 9])
      const starts = async (scope: BookingScope) =>
        (await inScope(scope, end)).map(({ startsAt }) => startsAt)
      expect(await starts('past')).toEqual([quarterAt(8), quarterAt(4), quarterAt(0)])
      expect((await starts('cancelled')).at(0)).toBe(quarterAt(8))
    })
  })
}
