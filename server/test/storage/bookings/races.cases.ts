import { describe, expect, it } from 'vitest'
import { cellsOf } from '../../../src/domain/bookings/occupancy.ts'
import { cancel, move, release } from '../../../src/domain/bookings/transitions.ts'
import {
  aBooking,
  aGuard,
  aHold,
  ada,
  book,
  confirmed,
  hold,
  later,
  next,
  now,
  quarterAt,
  span,
} from '../fixtures.ts'
import { winnersOfOneSlot } from './race.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const rivals = 50

export function raceCases(open: OpenStore): void {
  describe('races', () => {
    const store = storePerTest(open)

    /** Live records of Ada, each cell owned once and by the record whose time it is. */
    async function checkCells(): Promise<number> {
      const range = { from: quarterAt(-1000), to: quarterAt(1000), now }
      const live = await store.storage.bookings.listOccupied(ada, range)
      const expected = live.flatMap((record) =>
        cellsOf(record).map((cell) => ({ expertId: ada, cell, recordId: record.id })),
      )
      expect(new Set(expected.map(({ cell }) => cell)).size).toBe(expected.length)
      if (store.ownedCells) expect(await store.ownedCells()).toEqual(expected)
      return live.length
    }

    it('lets one of fifty have a slot, round after round', async () => {
      for (let round = 0; round < 10; round++) {
        expect(await winnersOfOneSlot(store.storage, rivals, round * 4)).toBe(1)
      }
      expect(await checkCells()).toBe(10)
    })

    it('lets nobody overlap, whatever the lengths and gaps', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: rivals }, (_, index) => {
          const minutes = index % 2 ? 30 : 60
          const wanted = { slot: index % 7, minutes, gap: (index % 3) * 15 }
          return index % 5 === 0
            ? store.storage.bookings.hold(aHold(wanted), aGuard())
            : store.storage.bookings.claim(aBooking(wanted), aGuard())
        }),
      )
      const won = outcomes.filter(({ kind }) => kind === 'done').length
      expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(rivals - won)
      expect(await checkCells()).toBe(won)
    })

    it('lets one of moves, holds and claims have a slot', async () => {
      for (let round = 0; round < 10; round++) {
        const target = 100 + round * 8
        const moving = await book(store.storage, { slot: round * 8 })
        const outcomes = await Promise.all([
          store.storage.bookings.change({ next: move(moving, 60, span({ slot: target })), now }),
          store.storage.bookings.hold(aHold({ slot: target + 1 }), aGuard()),
          store.storage.bookings.claim(aBooking({ slot: target + 3 }), aGuard()),
          store.storage.bookings.claim(aBooking({ slot: target + 2, minutes: 30 }), aGuard()),
        ])
        const won = outcomes.filter(({ kind }) => kind === 'done').length
        expect(won).toBeGreaterThanOrEqual(1)
        expect(won).toBeLessThanOrEqual(2)
      }
      await checkCells()
    })

    it('either confirms a hold or lets it expire, never both and never neither', async () => {
      for (let round = 0; round < 40; round++) {
        const held = aHold({ slot: round * 4, expiresAt: later(now, 5) })
        await store.storage.bookings.hold(held, aGuard())
        // The sweep's clock says expired, the claim's does not: two servers, or a claim that waited.
        const sweep = () => store.storage.bookings.releaseExpired(later(now, 5))
        const confirm = () => store.storage.bookings.confirm(confirmed(held), aGuard())
        const both = round % 2 ? [confirm(), sweep()] : [sweep(), confirm()]
        const results = await Promise.all(both)
        const found = await store.storage.bookings.find(held.id)
        const booked = results.some((each) => typeof each === 'object' && each.kind === 'done')
        const released = results.includes(1)
        expect(booked).not.toBe(released)
        expect(found).toMatchObject({ version: 2, state: booked ? 'booked' : 'released' })
      }
      await checkCells()
    })

    it('confirms a hold once', async () => {
      const held = await hold(store.storage)
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () => store.storage.bookings.confirm(confirmed(held), aGuard())),
      )
      const kinds = outcomes.map(({ kind }) => kind).toSorted()
      expect(kinds).toEqual(['done', ...Array.from({ length: 19 }, () => 'hold_gone')])
    })

    it('lets one of several changes follow a version', async () => {
      const booking = await book(store.storage)
      const outcomes = await Promise.all([
        store.storage.bookings.change({ next: cancel(booking, undefined, now), now }),
        store.storage.bookings.change({ next: move(booking, 60, span({ slot: 20 })), now }),
        store.storage.bookings.change({ next: next(booking, { topic: 'Another' }), now }),
      ])
      expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1)
      expect(outcomes.filter(({ kind }) => kind === 'stale_version')).toHaveLength(2)
      await checkCells()
    })

    it('hands a slot that is being released to one of those who wait for it', async () => {
      const held = await hold(store.storage)
      const outcomes = await Promise.all([
        store.storage.bookings.change({ next: release(held), now }),
        ...Array.from({ length: 20 }, () => store.storage.bookings.claim(aBooking(), aGuard())),
      ])
      expect(outcomes.filter(({ kind }) => kind === 'done').length).toBeLessThanOrEqual(2)
      await checkCells()
    })
  })
}
