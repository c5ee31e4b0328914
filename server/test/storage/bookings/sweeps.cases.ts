import { describe, expect, it } from 'vitest'
import { cancel, release } from '../../../src/domain/bookings/transitions.ts'
import { aBooking, aGuard, aHold, ada, confirmed, hold, later, next, now } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

export function sweepCases(open: OpenStore): void {
  describe('sweeps', () => {
    const store = storePerTest(open)

    it('releases what has expired and nothing else', async () => {
      const expired = await hold(store.storage, { slot: 0, expiresAt: later(now, 5) })
      const live = await hold(store.storage, { slot: 4, expiresAt: later(now, 6) })
      const kept = await hold(store.storage, { slot: 8, expiresAt: later(now, 5) })
      await store.storage.bookings.confirm(confirmed(kept), aGuard())
      expect(await store.storage.bookings.releaseExpired(later(now, 5))).toBe(1)
      expect(await store.storage.bookings.find(expired.id)).toEqual(release(expired))
      expect(await store.storage.bookings.find(live.id)).toEqual(live)
      expect(await store.storage.bookings.find(kept.id)).toMatchObject({ state: 'booked' })
      const outcome = await store.storage.bookings.claim(aBooking({ slot: 0 }), aGuard())
      expect(outcome).toMatchObject({ kind: 'done' })
    })

    it('works off more than fits into one commit', async () => {
      const many = Array.from({ length: 450 }, (_, index) =>
        aHold({ slot: index, minutes: 15, expiresAt: later(now, 1) }),
      )
      await Promise.all(many.map((held) => store.storage.bookings.hold(held, aGuard())))
      expect(await store.storage.bookings.releaseExpired(later(now, 1))).toBe(450)
      expect(await store.storage.bookings.forgetReleased(later(now, 2))).toBe(450)
      expect(await store.storage.bookings.forgetReleased(later(now, 2))).toBe(0)
    })

    it('forgets released holds and the answers of holds from before, and nothing of bookings', async () => {
      const guards = [aGuard(), aGuard(), aGuard()] as const
      const old = aHold({ slot: 0 })
      await store.storage.bookings.hold(old, guards[0])
      await store.storage.bookings.change({ next: release(old), now })
      const booking = aBooking({ slot: 8 })
      await store.storage.bookings.claim(booking, guards[1])
      const key = { key: 'cancelling', fingerprint: 'f', tokenVersion: 1 }
      await store.storage.bookings.change({ next: cancel(booking, undefined, now), now, key })

      const recent = later(now, 60)
      const young = aHold({ slot: 0, expiresAt: later(recent, 5) })
      await store.storage.bookings.hold(young, { ...guards[2], now: recent })
      await store.storage.bookings.change({ next: release(young), now: recent })

      expect(await store.storage.bookings.forgetReleased(recent)).toBe(1)
      expect(await store.storage.bookings.find(old.id)).toBeNull()
      expect(await store.storage.bookings.find(young.id)).toEqual(release(young))
      expect(await store.storage.bookings.find(booking.id)).not.toBeNull()
      const answered = await Promise.all(
        guards.map(({ key }) => store.storage.bookings.findAnswer({ expertId: ada }, key.key)),
      )
      expect(answered.map((answer) => answer?.record.id)).toEqual([undefined, booking.id, young.id])
      expect(
        await store.storage.bookings.findAnswer({ bookingId: booking.id }, key.key),
      ).not.toBeNull()
    })

    it('does not forget a hold that is live', async () => {
      const held = await hold(store.storage)
      await store.storage.bookings.change({ next: next(held, { renewed: true }), now })
      expect(await store.storage.bookings.forgetReleased(later(now, 600))).toBe(0)
      expect(await store.storage.bookings.find(held.id)).toMatchObject({ state: 'held' })
    })
  })
}
