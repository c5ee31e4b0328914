import { describe, expect, it } from 'vitest'
import { cancel, propose, release, withdraw } from '../../../src/domain/bookings/transitions.ts'
import {
  aBooking,
  aGuard,
  aHold,
  ada,
  bina,
  book,
  hold,
  later,
  now,
  quarterAt,
  timeOf,
} from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const unicode = '«Zoë» 😀 日本語 \u202eעברית\u202c Å\u030a\n\t"quoted" \\ \'; --'

export function recordCases(open: OpenStore): void {
  describe('records', () => {
    const store = storePerTest(open)

    it('gives a hold back as it was', async () => {
      const held = await hold(store.storage, { renewed: true, gap: 15, slot: 3 })
      expect(await store.storage.bookings.find(held.id)).toEqual(held)
    })

    it('gives a booking back as it was, with everything and with nothing optional', async () => {
      const full = aBooking({
        slot: 0,
        customer: { name: unicode, email: 'Grace@Example.org', phone: '+49 (0)30 1234' },
        topic: unicode,
      })
      const bare = aBooking({ slot: 10 })
      await store.storage.bookings.claim(full, aGuard())
      await store.storage.bookings.claim(bare, aGuard())
      expect(await store.storage.bookings.find(full.id)).toEqual(full)
      const found = await store.storage.bookings.find(bare.id)
      expect(found).toEqual(bare)
      expect(JSON.parse(JSON.stringify(found))).not.toHaveProperty('topic')
    })

    it('gives a released hold back without who held it', async () => {
      const held = await hold(store.storage)
      await store.storage.bookings.change({ next: release(held), now })
      const found = await store.storage.bookings.find(held.id)
      expect(found).toEqual(release(held))
      expect(found).not.toHaveProperty('holder')
    })

    it('gives a cancelled booking back, with and without a reason', async () => {
      for (const [slot, reason] of [unicode, undefined].entries()) {
        const booking = await book(store.storage, { slot: slot * 8 })
        const cancelled = cancel(booking, reason, now, reason ? 'expert' : 'customer')
        await store.storage.bookings.change({ next: cancelled, now })
        expect(await store.storage.bookings.find(cancelled.id)).toEqual(cancelled)
      }
    })

    it('gives a proposal back as it was made, with and without a note', async () => {
      const booking = await book(store.storage, { slot: 0 })
      const time = { startsAt: quarterAt(40), endsAt: quarterAt(44), minutes: 60, proposedAt: now }
      const first = propose(booking, { ...time, note: unicode })
      const second = propose(first, time)
      for (const proposed of [first, second]) {
        await store.storage.bookings.change({ next: proposed, now })
        expect(await store.storage.bookings.find(booking.id)).toEqual(proposed)
      }
      const withdrawn = withdraw(second)
      await store.storage.bookings.change({ next: withdrawn, now })
      const found = await store.storage.bookings.find(booking.id)
      expect(JSON.parse(JSON.stringify(found))).not.toHaveProperty('proposal')
      expect(found).toEqual(withdrawn)
    })

    it('knows no record by an unknown id', async () => {
      expect(await store.storage.bookings.find('nobody-has-it')).toBeNull()
    })
  })

  describe('what is occupied', () => {
    const store = storePerTest(open)
    const list = (from: number, to: number, at = now) =>
      store.storage.bookings.listOccupied(ada, {
        from: quarterAt(from),
        to: quarterAt(to),
        now: at,
      })

    it('lists live records of that expert by start', async () => {
      const second = await book(store.storage, { slot: 8 })
      const first = await hold(store.storage, { slot: 0, gap: 15 })
      await book(store.storage, { expertId: bina, slot: 0 })
      const gone = await book(store.storage, { slot: 20 })
      await store.storage.bookings.change({ next: cancel(gone, undefined, now), now })
      expect(await list(-100, 100)).toEqual([timeOf(first), timeOf(second)])
    })

    it('counts the gap and treats both ends of the range as open', async () => {
      const one = await book(store.storage, { slot: 4, minutes: 30, gap: 15 })
      expect(await list(0, 4)).toEqual([])
      expect(await list(0, 5)).toEqual([timeOf(one)])
      expect(await list(6, 10)).toEqual([timeOf(one)])
      expect(await list(7, 10)).toEqual([])
    })

    it('leaves out holds from the moment they expire', async () => {
      const held = aHold({ expiresAt: later(now, 5) })
      await store.storage.bookings.hold(held, aGuard())
      expect(await list(0, 10, later(now, 4))).toEqual([timeOf(held)])
      expect(await list(0, 10, later(now, 5))).toEqual([])
    })
  })
}
