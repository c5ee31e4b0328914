import { describe, expect, it } from 'vitest'
import type { BookedRecord } from '../../../src/domain/bookings/booking.ts'
import { dropMore, lengthen, offerMore } from '../../../src/domain/bookings/more-time.ts'
import { cellsOf } from '../../../src/domain/bookings/occupancy.ts'
import { minute, plus } from '../../../src/domain/time/instant.ts'
import { aBooking, aGuard, aHold, ada, book, fresh, later, now, quarterAt } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const rounds = 20

/** A quarter of an hour longer, with the gap that it has. */
function longer(offered: BookedRecord): BookedRecord {
  const { startsAt, endsAt, until } = offered
  const more = 15 * minute
  return lengthen(offered, { startsAt, endsAt: plus(endsAt, more), until: plus(until, more) })
}

export function moreTimeCases(open: OpenStore): void {
  describe('more time', () => {
    const store = storePerTest(open)

    async function offer(booking: BookedRecord, by: 'customer' | 'expert' = 'customer') {
      const next = offerMore(booking, by, later(now, 1))
      const outcome = await store.storage.bookings.change({ next, now })
      if (outcome.kind !== 'done') throw new Error(`The offer was ${outcome.kind}`)
      return outcome.record
    }

    it('is kept with the booking as it was offered, until it is dropped, and takes nothing', async () => {
      const booking = await book(store.storage)
      const offered = await offer(booking)
      expect(await store.storage.bookings.find(booking.id)).toEqual(offered)
      expect(store.heard.at(-1)).toEqual({ kind: 'corrected', record: offered })
      const beside = await store.storage.bookings.hold(aHold({ slot: 4, minutes: 15 }), aGuard())
      expect(beside.kind).toBe('done')
      const dropped = dropMore(offered)
      await store.storage.bookings.change({ next: dropped, now })
      const found = await store.storage.bookings.find(booking.id)
      expect(found).toEqual(dropped)
      expect(JSON.parse(JSON.stringify(found))).not.toHaveProperty('moreTime')
    })

    it('is told as a move from the time that it was, and answered once for one key', async () => {
      const booking = await book(store.storage, { gap: 15 })
      const next = longer(await offer(booking, 'expert'))
      const key = { key: fresh('key'), fingerprint: 'accept', tokenVersion: 1 }
      const change = { next, now, scheduleVersion: 1, key }
      expect(await store.storage.bookings.change(change)).toEqual({ kind: 'done', record: next })
      const { startsAt, endsAt, until } = booking
      const told = { kind: 'moved', record: next, from: { startsAt, endsAt, until } }
      expect(store.heard.at(-1)).toEqual(told)
      const heard = store.heard.length
      const again = await store.storage.bookings.change({ ...change, now: later(now, 1) })
      expect(again).toMatchObject({ kind: 'replayed', answer: { record: next } })
      const found = await store.storage.bookings.find(booking.id)
      expect(found).toMatchObject({ version: 3, minutes: 75 })
      expect(store.heard).toHaveLength(heard)
    })

    it('is claimed with the schedule that it was found open by, or not at all', async () => {
      const next = longer(await offer(await book(store.storage)))
      const outcome = await store.storage.bookings.change({ next, now, scheduleVersion: 7 })
      expect(outcome).toEqual({ kind: 'stale_schedule' })
    })

    it('is had by one of two who accept at once, and changes nothing where it is dropped first', async () => {
      const offered = await offer(await book(store.storage))
      const outcomes = await Promise.all([
        store.storage.bookings.change({ next: longer(offered), now }),
        store.storage.bookings.change({ next: longer(offered), now }),
        store.storage.bookings.change({ next: dropMore(offered), now }),
      ])
      const kinds = outcomes.map(({ kind }) => kind).toSorted()
      expect(kinds).toEqual(['done', 'stale_version', 'stale_version'])
    })

    it(`or the booking of the same cells, one of them in each of ${rounds} rounds`, async () => {
      for (let round = 0; round < rounds; round++) {
        const slot = round * 12
        const gap = (round % 3) * 15
        const offered = await offer(await book(store.storage, { slot, gap }))
        const accept = () =>
          store.storage.bookings.change({ next: longer(offered), now, scheduleVersion: 1 })
        // Others who want any of the cells that it would take.
        const wanted = { slot: slot + 4 + gap / 15, minutes: 30 }
        const rival =
          round % 2 === 0
            ? () => store.storage.bookings.claim(aBooking(wanted), aGuard())
            : () => store.storage.bookings.hold(aHold(wanted), aGuard())
        const runs = round % 4 < 2 ? [accept(), rival()] : [rival(), accept()]
        const outcomes = await Promise.all(runs)
        expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'taken'])
        const found = await store.storage.bookings.find(offered.id)
        const isLonger = found?.state === 'booked' && found.minutes === 75
        // Lost, it is as it was before, and its offer with it.
        expect(found).toEqual(isLonger ? longer(offered) : offered)
      }
      const range = { from: quarterAt(-10), to: quarterAt(rounds * 12), now }
      const live = await store.storage.bookings.listOccupied(ada, range)
      const cells = live.flatMap((record) => cellsOf(record))
      expect(new Set(cells).size).toBe(cells.length)
      if (store.ownedCells) expect(await store.ownedCells()).toHaveLength(cells.length)
    })
  })
}
