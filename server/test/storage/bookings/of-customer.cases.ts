import { describe, expect, it } from 'vitest'
import type { BookedRecord, BookingRecord } from '../../../src/domain/bookings/booking.ts'
import type { Instant } from '../../../src/domain/time/instant.ts'
import { cancel, correct } from '../../../src/domain/bookings/transitions.ts'
import {
  type BookingPlace,
  type BookingScope,
  bookingScopes,
} from '../../../src/storage/port/bookings.ts'
import { ada, bina, book, hold, later, now, quarterAt } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const email = 'Grace@Example.org'

export function bookingsOfCustomerCases(open: OpenStore): void {
  describe('bookings of an address', () => {
    const store = storePerTest(open)

    const list = async (
      scope: BookingScope,
      at: Instant = now,
      address = email,
    ): Promise<readonly BookingRecord[]> => {
      const asked = { email: address, scope, now: at, limit: 50 }
      const { items: bookings, next } = await store.storage.bookings.listOfCustomer(asked)
      expect(next).toBeUndefined()
      return bookings
    }

    function bookOf(
      wanted: Parameters<typeof book>[1] = {},
      address = email,
    ): Promise<BookedRecord> {
      return book(store.storage, { customer: { name: 'Grace', email: address }, ...wanted })
    }

    async function cancelled(booking: BookedRecord) {
      const record = cancel(booking, undefined, now)
      await store.storage.bookings.change({ next: record, now })
      return record
    }

    /** Page after page, as somebody who scrolls asks for them. */
    async function pages(scope: BookingScope, limit: number, at: Instant): Promise<string[][]> {
      const found: string[][] = []
      let after: BookingPlace | undefined
      do {
        const asked = { email, scope, now: at, limit, after }
        const { items: bookings, next } = await store.storage.bookings.listOfCustomer(asked)
        found.push(bookings.map(({ id }) => id))
        after = next
      } while (after)
      return found
    }

    it('are upcoming until their end has come, past from then on, or cancelled', async () => {
      const kept = await bookOf({ slot: 0, minutes: 60, gap: 15, topic: 'Compilers' })
      const gone = await cancelled(await bookOf({ slot: 8 }))
      for (const at of [now, quarterAt(0), later(quarterAt(0), 59)]) {
        expect(await list('upcoming', at)).toEqual([kept])
        expect(await list('past', at)).toEqual([])
        expect(await list('cancelled', at)).toEqual([gone])
      }
      const end = quarterAt(4)
      expect(await list('upcoming', end)).toEqual([])
      expect(await list('past', end)).toEqual([kept])
      expect(await list('cancelled', end)).toEqual([gone])
    })

    it('are upcoming by start, past and cancelled with the latest start first', async () => {
      const booked = [
        await bookOf({ slot: 16, expertId: bina }),
        await bookOf({ slot: 0 }),
        await bookOf({ slot: 8 }),
      ]
      const [last, first, second] = booked
      const end = quarterAt(20)
      expect(await list('upcoming')).toEqual([first, second, last])
      expect(await list('past', end)).toEqual([last, second, first])
      expect(await list('past', quarterAt(19))).toEqual([second, first])
      for (const booking of booked) await cancelled(booking)
      const starts = (await list('cancelled')).map(({ startsAt }) => startsAt)
      expect(starts).toEqual([quarterAt(16), quarterAt(8), quarterAt(0)])
    })

    it('are found whatever the case of the address, and without those of another', async () => {
      const upper = await bookOf({ slot: 0 }, 'GRACE@EXAMPLE.ORG')
      const lower = await bookOf({ slot: 8 }, 'grace@example.org')
      await bookOf({ slot: 16 }, 'grace@example.org.example.com')
      await cancelled(await bookOf({ slot: 24 }, 'ada@example.org'))
      expect(await list('upcoming', now, 'gRaCe@eXample.org')).toEqual([upper, lower])
      expect(await list('cancelled')).toEqual([])
      expect(await list('upcoming', now, 'grace')).toEqual([])
    })

    it('follow an address that is corrected', async () => {
      const booking = await bookOf({ slot: 0 }, 'grcae@example.org')
      const corrected = correct(booking, { customer: { name: 'Grace', email } }, now)
      await store.storage.bookings.change({ next: corrected, now })
      expect(await list('upcoming')).toEqual([corrected])
      expect(await list('upcoming', now, 'grcae@example.org')).toEqual([])
    })

    it('are never holds, live or released', async () => {
      await hold(store.storage, { slot: 0, holder: email })
      await hold(store.storage, { slot: 8, expiresAt: later(now, 1) })
      await store.storage.bookings.releaseExpired(later(now, 1))
      for (const scope of bookingScopes) expect(await list(scope)).toEqual([])
    })

    it('come in pages without a gap or a double, also where starts are the same', async () => {
      const ids: string[] = []
      for (const slot of [0, 4, 8]) {
        for (const expertId of [ada, bina]) {
          ids.push((await cancelled(await bookOf({ slot, expertId }))).id)
          ids.push((await cancelled(await bookOf({ slot, expertId }))).id)
          ids.push((await bookOf({ slot, expertId })).id)
        }
      }
      const end = quarterAt(12)
      const all = {
        upcoming: (await list('upcoming')).map(({ id }) => id),
        past: (await list('past', end)).map(({ id }) => id),
        cancelled: (await list('cancelled')).map(({ id }) => id),
      }
      expect(all.upcoming).toHaveLength(6)
      expect(all.past).toEqual(all.upcoming.toReversed())
      expect([...all.upcoming, ...all.cancelled].toSorted()).toEqual(ids.toSorted())
      for (const scope of bookingScopes) {
        const at = scope === 'past' ? end : now
        for (const limit of [1, 2, 4, 5, 12]) {
          const found = await pages(scope, limit, at)
          expect(found.flat()).toEqual(all[scope])
          expect(found).toHaveLength(Math.ceil(all[scope].length / limit))
        }
      }
    })
  })
}
