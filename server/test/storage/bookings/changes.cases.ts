import { describe, expect, it } from 'vitest'
import { cancel, correct, move, release } from '../../../src/domain/bookings/transitions.ts'
import {
  aBooking,
  aGuard,
  aHold,
  ada,
  bina,
  book,
  confirmed,
  fresh,
  hold,
  later,
  next,
  now,
  timeOf,
  span,
} from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const stale = { kind: 'stale_version' }

export function changeCases(open: OpenStore): void {
  describe('changes', () => {
    const store = storePerTest(open)
    const change = (
      record: Parameters<typeof store.storage.bookings.change>[0]['next'],
      at = now,
    ) => store.storage.bookings.change({ next: record, now: at })
    const isFree = async (slot: number, minutes = 15) => {
      const outcome = await store.storage.bookings.hold(aHold({ slot, minutes }), aGuard())
      if (outcome.kind === 'done') await change(release(outcome.record))
      return outcome.kind === 'done'
    }

    it('renews a hold', async () => {
      const held = await hold(store.storage)
      const renewed = next(held, { renewed: true, expiresAt: later(now, 10) })
      expect(await change(renewed)).toEqual({ kind: 'done', record: renewed })
      expect(await store.storage.bookings.find(held.id)).toEqual(renewed)
      expect(await store.storage.bookings.releaseExpired(later(now, 9))).toBe(0)
    })

    it('loses nothing, and nothing twice, where it goes by what was found before', async () => {
      const { bookings } = store.storage
      const booking = await book(store.storage)
      const aKey = () => ({ key: fresh('key'), fingerprint: 'asked', tokenVersion: 1 })
      const before = await bookings.find(booking.id)
      if (before?.state !== 'booked') throw new Error('It is not booked')
      const [one, two] = [aKey(), aKey()]
      const moved = move(before, 60, span({ slot: 8 }))
      const done = { kind: 'done', record: moved }
      expect(await bookings.change({ next: moved, now, before, key: one })).toEqual(done)
      // Whoever found it at the same time comes too late; the same request is answered the same.
      const late = { next: cancel(before, undefined, now), now, before }
      expect(await bookings.change({ ...late, key: aKey() })).toEqual(stale)
      expect(await bookings.change({ next: moved, now, before, key: one })).toMatchObject({
        kind: 'replayed',
        answer: { record: { version: 2, startsAt: moved.startsAt } },
      })
      const again = await bookings.find(booking.id)
      expect(again).toEqual(moved)
      const over = cancel(moved, undefined, now)
      const cancelled = { next: over, now, before: again ?? moved, key: two }
      expect(await bookings.change(cancelled)).toEqual({ kind: 'done', record: over })
      for (const [{ key }, version] of [
        [one, 2],
        [two, 3],
      ] as const) {
        const answer = await bookings.findAnswer({ bookingId: booking.id }, key)
        expect(answer).toMatchObject({ record: { version } })
      }
    })

    it('moves onto its own cells, freeing and taking in one step', async () => {
      const booking = await book(store.storage, { slot: 0, minutes: 60, gap: 15 })
      const moved = move(booking, 60, span({ slot: 2, minutes: 60, gap: 15 }))
      expect(await change(moved)).toEqual({ kind: 'done', record: moved })
      expect(await isFree(0, 30)).toBe(true)
      expect(await isFree(1, 30)).toBe(false)
      expect(await isFree(6)).toBe(false)
      expect(await isFree(7)).toBe(true)
    })

    it('moves a hold', async () => {
      const held = await hold(store.storage, { slot: 0 })
      const moved = next(held, span({ slot: 1, minutes: 30 }))
      expect(await change(moved)).toEqual({ kind: 'done', record: moved })
      expect(await isFree(0)).toBe(true)
      expect(await isFree(1)).toBe(false)
    })

    it('changes nothing when the new time is taken', async () => {
      const booking = await book(store.storage, { slot: 0 })
      await book(store.storage, { slot: 6 })
      const outcome = await change(move(booking, 60, span({ slot: 3 })))
      expect(outcome).toEqual({ kind: 'taken' })
      expect(await store.storage.bookings.find(booking.id)).toEqual(booking)
      expect(await isFree(0)).toBe(false)
      expect(await isFree(4, 30)).toBe(true)
    })

    it('releases an expired hold that a move meets', async () => {
      const expired = aHold({ slot: 8, expiresAt: later(now, 1) })
      await store.storage.bookings.hold(expired, aGuard())
      const booking = await book(store.storage, { slot: 0 })
      const moved = move(booking, 60, span({ slot: 8 }))
      expect(await change(moved, later(now, 1))).toMatchObject({ kind: 'done' })
      expect(await store.storage.bookings.find(expired.id)).toEqual(release(expired))
    })

    it('corrects a booking where it is', async () => {
      const booking = await book(store.storage, { topic: 'Wrong' })
      const corrected = correct(booking, { topic: '', customer: { email: 'new@example.org' } }, now)
      expect(await change(corrected)).toEqual({ kind: 'done', record: corrected })
      expect(await store.storage.bookings.find(booking.id)).toEqual(corrected)
      expect(await isFree(0)).toBe(false)
    })

    it('refuses a change that does not follow the stored version', async () => {
      const booking = await book(store.storage)
      const first = next(booking, { topic: 'One' })
      await change(first)
      expect(await change(next(booking, { topic: 'Two' }))).toEqual(stale)
      expect(await change(next(next(first), { topic: 'Three' }))).toEqual(stale)
      expect(await change(next(aBooking()))).toEqual(stale)
      expect(await store.storage.bookings.find(booking.id)).toEqual(first)
    })

    it('refuses any change of a record that has ended', async () => {
      const booking = await book(store.storage)
      const cancelled = cancel(booking, undefined, now)
      await change(cancelled)
      expect(await change(next(cancelled))).toEqual(stale)
      expect(await change({ ...move(booking, 60, span({ slot: 8 })), version: 3 })).toEqual(stale)
      const held = await hold(store.storage, { slot: 20 })
      await change(release(held))
      expect(await change({ ...held, version: 3 })).toEqual(stale)
    })

    it('lets a hold that ran out be released, but not renewed', async () => {
      const held = await hold(store.storage, { expiresAt: later(now, 5) })
      const renewed = next(held, { expiresAt: later(now, 10) })
      expect(await change(renewed, later(now, 5))).toEqual(stale)
      expect(await change(release(held), later(now, 5))).toMatchObject({ kind: 'done' })
    })

    it('compares the schedule where time is claimed anew', async () => {
      const booking = await book(store.storage)
      const moved = move(booking, 60, span({ slot: 8 }))
      const asked = { next: moved, now, scheduleVersion: 2 }
      expect(await store.storage.bookings.change(asked)).toEqual({ kind: 'stale_schedule' })
      expect(await store.storage.bookings.change({ ...asked, scheduleVersion: 1 })).toMatchObject({
        kind: 'done',
      })
    })

    it('takes a step that no record can go for a fault', async () => {
      const booking = await book(store.storage, { slot: 0 })
      await expect(change(release({ ...aHold(), id: booking.id }))).rejects.toThrow(booking.id)
      const held = await hold(store.storage, { slot: 8 })
      await expect(change(confirmed(held))).rejects.toThrow(held.id)
      await expect(change(next(held, { expertId: bina }))).rejects.toThrow(held.id)
      const range = { from: now, to: later(booking.endsAt, 600), now }
      expect(await store.storage.bookings.listOccupied(ada, range)).toEqual([
        timeOf(booking),
        timeOf(held),
      ])
    })
  })
}
