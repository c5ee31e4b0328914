import { describe, expect, it } from 'vitest'
import { cancel, correct, move, release } from '../../src/domain/bookings/transitions.ts'
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
  span,
} from './fixtures.ts'
import { type OpenStore, storePerTest } from './store.ts'

export function listenerCases(open: OpenStore): void {
  describe('listening', () => {
    const store = storePerTest(open)

    it('tells every kind of change with the record as it is then', async () => {
      const held = await hold(store.storage, { slot: 0 })
      const renewed = next(held, { renewed: true, expiresAt: later(now, 9) })
      await store.storage.bookings.change({ next: renewed, now })
      const elsewhere = next(renewed, span({ slot: 4 }))
      await store.storage.bookings.change({ next: elsewhere, now })
      const booked = confirmed(elsewhere)
      await store.storage.bookings.confirm(booked, aGuard())
      const moved = move(booked, 30, span({ slot: 8, minutes: 30 }))
      await store.storage.bookings.change({ next: moved, now })
      const corrected = correct(moved, { topic: 'Now with a topic' }, now)
      await store.storage.bookings.change({ next: corrected, now })
      const cancelled = cancel(corrected, 'No time', now)
      await store.storage.bookings.change({ next: cancelled, now })
      const given = await hold(store.storage, { slot: 20 })
      await store.storage.bookings.change({ next: release(given), now })

      const time = ({ startsAt, endsAt, until }: typeof held | typeof booked) => ({
        from: { startsAt, endsAt, until },
      })
      expect(store.heard).toEqual([
        { kind: 'held', record: held },
        { kind: 'held', record: renewed },
        { kind: 'held', record: elsewhere, ...time(renewed) },
        { kind: 'booked', record: booked },
        { kind: 'moved', record: moved, ...time(booked) },
        { kind: 'corrected', record: corrected },
        { kind: 'cancelled', record: cancelled },
        { kind: 'held', record: given },
        { kind: 'released', record: release(given) },
      ])
    })

    it('tells of expired holds in the way before what took their place', async () => {
      const expired = aHold({ slot: 0, expiresAt: later(now, 1) })
      await store.storage.bookings.hold(expired, aGuard())
      const booking = aBooking({ slot: 2 })
      await store.storage.bookings.claim(booking, aGuard({ now: later(now, 1) }))
      expect(store.heard.slice(1)).toEqual([
        { kind: 'released', record: release(expired) },
        { kind: 'booked', record: booking },
      ])
    })

    it('tells nothing of what was refused, replayed or swept in vain', async () => {
      const guard = aGuard()
      const booking = aBooking({ slot: 0 })
      await store.storage.bookings.claim(booking, guard)
      const expired = aHold({ slot: 4, expiresAt: later(now, 1) })
      await store.storage.bookings.hold(expired, aGuard())
      const before = store.heard.length
      await store.storage.bookings.claim(aBooking({ slot: 2 }), aGuard({ now: later(now, 2) }))
      await store.storage.bookings.claim(aBooking(), guard)
      await store.storage.bookings.claim(
        aBooking({ slot: 20, maker: 'grace' }),
        aGuard({ ceilings: { bookings: 0 } }),
      )
      await store.storage.bookings.claim(aBooking({ slot: 20 }), aGuard({ scheduleVersion: 5 }))
      await store.storage.bookings.change({ next: next(next(booking)), now })
      await store.storage.bookings.change({ next: move(booking, 60, span({ slot: 4 })), now })
      await store.storage.bookings.releaseExpired(now)
      await store.storage.experts.storeNextFree([])
      expect(store.heard).toHaveLength(before)
    })

    it('tells of each expired hold once', async () => {
      for (const slot of [0, 4, 8]) {
        await store.storage.bookings.hold(aHold({ slot, expiresAt: later(now, 1) }), aGuard())
      }
      const at = later(now, 1)
      const counts = await Promise.all(
        [1, 2, 3].map(() => store.storage.bookings.releaseExpired(at)),
      )
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3)
      expect(store.heard.filter(({ kind }) => kind === 'released')).toHaveLength(3)
    })

    it('tells after the commit, and before or with the answer', async () => {
      const seen: unknown[] = []
      const reads: Promise<void>[] = []
      store.storage.listen({
        changed(changes) {
          for (const { record } of changes) {
            const read = store.storage.bookings.find(record.id)
            reads.push(read.then((found) => void seen.push(found)))
          }
        },
      })
      const booking = aBooking()
      await store.storage.bookings.claim(booking, aGuard())
      expect(store.heard).toEqual([{ kind: 'booked', record: booking }])
      await Promise.all(reads)
      expect(seen).toEqual([booking])
    })

    it('tells the versions of each record in order when much happens at once', async () => {
      const bookings = await Promise.all([0, 4, 8, 12].map((slot) => book(store.storage, { slot })))
      await Promise.all(
        bookings.flatMap((booking) => {
          const corrected = next(booking, { topic: 'One' })
          const moved = move(corrected, 60, span({ slot: 40 + bookings.indexOf(booking) * 4 }))
          return [corrected, moved, cancel(moved, undefined, now)].map((record) =>
            store.storage.bookings.change({ next: record, now }),
          )
        }),
      )
      for (const { id } of bookings) {
        const versions = store.heard.flatMap(({ record }) =>
          record.id === id ? [record.version] : [],
        )
        expect(versions).toEqual([1, 2, 3, 4].slice(0, versions.length))
      }
    })

    it('tells of a schedule that was replaced, and of none that was not', async () => {
      const told: string[] = []
      store.storage.listen({ scheduleChanged: (expertId) => told.push(expertId) })
      const expert = await store.storage.experts.find(ada)
      if (!expert) throw new Error('There is no Ada')
      await store.storage.schedules.replace(ada, { ...expert.schedule, version: 3 })
      await store.storage.schedules.replace(ada, { ...expert.schedule, version: 2 })
      expect(told).toEqual([ada])
    })

    it('ends the listening of whoever asked for it', async () => {
      let first = 0
      let second = 0
      const stop = store.storage.listen({ changed: () => first++ })
      store.storage.listen({ changed: () => second++ })
      await book(store.storage, { slot: 0 })
      stop()
      await book(store.storage, { slot: 8, expertId: ada })
      expect([first, second]).toEqual([1, 2])
    })
  })
}
