import { describe, expect, it } from 'vitest'
import { cancel, release } from '../../../src/domain/bookings/transitions.ts'
import { aBooking, aGuard, aHold, bina, book, confirmed, hold, later, now } from '../fixtures.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const taken = { kind: 'taken' }

export function claimCases(open: OpenStore): void {
  describe('claims', () => {
    const store = storePerTest(open)
    const claim = (...asked: Parameters<Storage['bookings']['claim']>) =>
      store.storage.bookings.claim(...asked)
    const confirm = (...asked: Parameters<Storage['bookings']['confirm']>) =>
      store.storage.bookings.confirm(...asked)

    it('refuses whatever overlaps, and nothing that only touches', async () => {
      await book(store.storage, { slot: 4, minutes: 60, gap: 15 })
      for (const [slot, minutes, gap] of [
        [4, 60, 0],
        [8, 30, 0],
        [3, 30, 0],
        [2, 30, 15],
        [0, 240, 0],
        [5, 15, 0],
      ] as const) {
        expect(await claim(aBooking({ slot, minutes, gap }), aGuard())).toEqual(taken)
        expect(await store.storage.bookings.hold(aHold({ slot, minutes, gap }), aGuard())).toEqual(
          taken,
        )
      }
      await book(store.storage, { slot: 9, minutes: 30 })
      await book(store.storage, { slot: 1, minutes: 30, gap: 15 })
      await book(store.storage, { slot: 4, expertId: bina })
    })

    it('frees the time of a cancelled booking and of a released hold', async () => {
      const booking = await book(store.storage)
      await store.storage.bookings.change({ next: cancel(booking, undefined, now), now })
      const held = await hold(store.storage)
      await store.storage.bookings.change({ next: release(held), now })
      await book(store.storage)
    })

    it('leaves nothing of a refused claim behind', async () => {
      await book(store.storage, { slot: 2 })
      const refused = aBooking({ slot: 0 })
      expect(await claim(refused, aGuard())).toEqual(taken)
      expect(await store.storage.bookings.find(refused.id)).toBeNull()
      await book(store.storage, { slot: 0, minutes: 30 })
    })

    it('releases expired holds in the way, in the same commit', async () => {
      const gone = [
        aHold({ slot: 0, minutes: 30, expiresAt: later(now, 1) }),
        aHold({ slot: 2, minutes: 30, expiresAt: later(now, 2) }),
      ]
      for (const held of gone) await store.storage.bookings.hold(held, aGuard())
      const at = later(now, 2)
      const booking = aBooking({ slot: 0 })
      expect(await claim(booking, aGuard({ now: at }))).toMatchObject({ kind: 'done' })
      for (const held of gone) {
        expect(await store.storage.bookings.find(held.id)).toEqual(release(held))
      }
      expect(await store.storage.bookings.releaseExpired(at)).toBe(0)
    })

    it('releases no expired hold for a claim that is refused', async () => {
      const expired = aHold({ slot: 0, minutes: 30, expiresAt: later(now, 1) })
      await store.storage.bookings.hold(expired, aGuard())
      await book(store.storage, { slot: 2 })
      expect(await claim(aBooking({ slot: 0 }), aGuard({ now: later(now, 3) }))).toEqual(taken)
      expect(await store.storage.bookings.find(expired.id)).toEqual(expired)
    })

    it('turns a hold into the booking, under its id', async () => {
      const held = await hold(store.storage, { gap: 15 })
      const booking = confirmed(held)
      const outcome = await confirm(booking, aGuard())
      expect(outcome).toEqual({ kind: 'done', record: booking })
      expect(await store.storage.bookings.find(held.id)).toEqual(booking)
      expect(await claim(aBooking(), aGuard())).toEqual(taken)
    })

    it('takes the cells of the booking where the gap is another one by now', async () => {
      const held = await hold(store.storage, { slot: 0, minutes: 60, gap: 30 })
      const booking = { ...confirmed(held), until: held.endsAt }
      expect(await confirm(booking, aGuard())).toMatchObject({
        kind: 'done',
      })
      await book(store.storage, { slot: 4 })

      const tight = await hold(store.storage, { slot: 20, minutes: 60 })
      await book(store.storage, { slot: 24 })
      const longer = { ...confirmed(tight), until: later(tight.endsAt, 15) }
      expect(await confirm(longer, aGuard())).toEqual(taken)
      expect(await store.storage.bookings.find(tight.id)).toEqual(tight)
    })

    it('finds a hold gone that is unknown, released, expired or of another version', async () => {
      const gone = { kind: 'hold_gone' }
      const unknown = aHold()
      expect(await confirm(confirmed(unknown), aGuard())).toEqual(gone)

      const released = await hold(store.storage, { slot: 0 })
      await store.storage.bookings.change({ next: release(released), now })
      expect(await confirm(confirmed({ ...released, version: 2 }), aGuard())).toEqual(gone)

      const held = await hold(store.storage, { slot: 8, expiresAt: later(now, 5) })
      const guard = aGuard({ now: later(now, 5) })
      expect(await confirm(confirmed(held), guard)).toEqual(gone)
      const stale = confirmed({ ...held, version: 4 })
      expect(await confirm(stale, aGuard())).toEqual(gone)
    })

    it('refuses a claim that was computed from another schedule, or for nobody', async () => {
      const guard = aGuard({ scheduleVersion: 2 })
      expect(await claim(aBooking(), guard)).toEqual({ kind: 'stale_schedule' })
      expect(await store.storage.bookings.hold(aHold(), guard)).toEqual({ kind: 'stale_schedule' })
      expect(await claim(aBooking({ expertId: 'nobody-at-all' }), aGuard())).toEqual({
        kind: 'stale_schedule',
      })
    })
  })
}
