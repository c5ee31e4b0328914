import { describe, expect, it } from 'vitest'
import { cancel, move } from '../../../src/domain/bookings/transitions.ts'
import {
  aBooking,
  aGuard,
  aHold,
  ada,
  bina,
  book,
  fresh,
  confirmed,
  hold,
  later,
  next,
  now,
  span,
} from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const reused = { kind: 'key_reused' }

export function keyCases(open: OpenStore): void {
  describe('keys of claims', () => {
    const store = storePerTest(open)

    it('answers a repeated claim with what was answered, whatever happened since', async () => {
      const guard = aGuard()
      const booking = aBooking()
      await store.storage.bookings.claim(booking, guard)
      await store.storage.bookings.change({ next: cancel(booking, undefined, now), now })
      const again = aBooking({ customer: booking.customer })
      const late = { ...guard, now: later(now, 60), scheduleVersion: 9, ceilings: { bookings: 0 } }
      const answer = { record: booking, answeredAt: now, fingerprint: guard.key.fingerprint }
      expect(await store.storage.bookings.claim(again, late)).toMatchObject({
        kind: 'replayed',
        answer: { ...answer, tokenVersion: 1 },
      })
      expect(await store.storage.bookings.find(again.id)).toBeNull()
      expect(
        await store.storage.bookings.findAnswer({ expertId: ada }, guard.key.key),
      ).toMatchObject(answer)
    })

    it('refuses a key that comes with something else', async () => {
      const guard = aGuard()
      await store.storage.bookings.hold(aHold(), guard)
      const key = { ...guard.key, fingerprint: 'of something else' }
      expect(await store.storage.bookings.hold(aHold({ slot: 8 }), { ...guard, key })).toEqual(
        reused,
      )
      const booking = aBooking({ slot: 8 })
      expect(await store.storage.bookings.claim(booking, { ...guard, key })).toEqual(reused)
    })

    it('keeps the keys of two experts apart', async () => {
      const guard = aGuard()
      await store.storage.bookings.claim(aBooking(), guard)
      const other = aBooking({ expertId: bina })
      expect(await store.storage.bookings.claim(other, guard)).toMatchObject({ kind: 'done' })
      expect(
        await store.storage.bookings.findAnswer({ expertId: bina }, guard.key.key),
      ).toMatchObject({
        record: other,
      })
    })

    it('remembers no refusal', async () => {
      const booking = await book(store.storage)
      const guard = aGuard()
      expect(await store.storage.bookings.claim(aBooking(), guard)).toEqual({ kind: 'taken' })
      expect(await store.storage.bookings.findAnswer({ expertId: ada }, guard.key.key)).toBeNull()
      await store.storage.bookings.change({ next: cancel(booking, undefined, now), now })
      expect(await store.storage.bookings.claim(aBooking(), guard)).toMatchObject({ kind: 'done' })
    })

    it('has one effect when the same request comes many times at once', async () => {
      const guard = aGuard()
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () => store.storage.bookings.claim(aBooking(), guard)),
      )
      const made = outcomes.flatMap((each) => (each.kind === 'done' ? [each.record.id] : []))
      expect(made).toHaveLength(1)
      const replayed = outcomes.flatMap((each) =>
        each.kind === 'replayed' ? [each.answer.record.id] : [],
      )
      expect(replayed).toEqual(Array.from({ length: 19 }, () => made[0]))
    })

    it('answers the key of a confirmation, also to whoever sees what it made as a hold', async () => {
      const held = await hold(store.storage)
      const guard = aGuard()
      const made = confirmed(held)
      expect(await store.storage.bookings.confirm(made, guard)).toMatchObject({ kind: 'done' })
      const answered = { kind: 'replayed', answer: { record: made } }
      expect(await store.storage.bookings.confirm(made, guard)).toMatchObject(answered)
      const before = { ...guard, before: held }
      expect(await store.storage.bookings.confirm(made, before)).toMatchObject(answered)
      expect(await store.storage.bookings.confirm({ ...made, version: 3 }, guard)).toMatchObject(
        answered,
      )
      expect(await store.storage.bookings.find(held.id)).toEqual(made)
    })

    it('answers the key of a hold after the hold was moved', async () => {
      const guard = aGuard()
      const held = aHold()
      await store.storage.bookings.hold(held, guard)
      await store.storage.bookings.change({ next: next(held, span({ slot: 8 })), now })
      expect(await store.storage.bookings.hold(aHold(), guard)).toMatchObject({
        kind: 'replayed',
        answer: { record: held },
      })
    })
  })

  describe('keys of changes', () => {
    const store = storePerTest(open)
    const aKey = (tokenVersion = 1) => ({ key: fresh('key'), fingerprint: 'asked', tokenVersion })

    it('answers a repeated change with what was answered', async () => {
      const booking = await book(store.storage)
      const key = aKey(7)
      const moved = move(booking, 60, span({ slot: 8 }))
      await store.storage.bookings.change({ next: moved, now, key })
      const cancelled = cancel(moved, undefined, now)
      await store.storage.bookings.change({ next: cancelled, now, key: aKey() })
      const answer = { record: moved, answeredAt: now, fingerprint: 'asked', tokenVersion: 7 }
      expect(await store.storage.bookings.change({ next: moved, now: later(now, 9), key })).toEqual(
        {
          kind: 'replayed',
          answer,
        },
      )
      expect(await store.storage.bookings.findAnswer({ bookingId: booking.id }, key.key)).toEqual(
        answer,
      )
      expect(
        await store.storage.bookings.findAnswer({ bookingId: booking.id }, 'unused'),
      ).toBeNull()
    })

    it('is found with the record that it is about', async () => {
      const booking = await book(store.storage)
      const { bookings } = store.storage
      const key = aKey()
      expect(await bookings.findWithAnswer(booking.id, key.key)).toEqual({
        record: booking,
        answer: null,
      })
      const changed = next(booking)
      await store.storage.bookings.change({ next: changed, now, key })
      const answer = await store.storage.bookings.findAnswer({ bookingId: booking.id }, key.key)
      expect(await bookings.findWithAnswer(booking.id, key.key)).toEqual({
        record: changed,
        answer,
      })
      expect(answer).toMatchObject({ record: changed })
      expect(await bookings.findWithAnswer('nothing-at-all', key.key)).toBeNull()
    })

    it('refuses a key that comes with another change, and keeps bookings apart', async () => {
      const one = await book(store.storage, { slot: 0 })
      const two = await book(store.storage, { slot: 8 })
      const key = aKey()
      await store.storage.bookings.change({ next: next(one), now, key })
      const other = { ...key, fingerprint: 'asked for something else' }
      expect(
        await store.storage.bookings.change({ next: next(next(one)), now, key: other }),
      ).toEqual(reused)
      expect(await store.storage.bookings.change({ next: next(two), now, key })).toMatchObject({
        kind: 'done',
      })
    })

    it('has one effect when the same change comes many times at once', async () => {
      const booking = await book(store.storage)
      const key = aKey()
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () =>
          store.storage.bookings.change({ next: cancel(booking, undefined, now), now, key }),
        ),
      )
      expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1)
      expect(outcomes.filter(({ kind }) => kind === 'replayed')).toHaveLength(19)
    })

    it('remembers no change without a key, and none that was refused', async () => {
      const held = await hold(store.storage)
      const moved = next(held, span({ slot: 8 }))
      await store.storage.bookings.change({ next: moved, now })
      expect(await store.storage.bookings.change({ next: moved, now })).toEqual({
        kind: 'stale_version',
      })
      const key = aKey()
      const booking = await book(store.storage, { slot: 20 })
      const taken = move(booking, 60, span({ slot: 8 }))
      expect(await store.storage.bookings.change({ next: taken, now, key })).toEqual({
        kind: 'taken',
      })
      expect(await store.storage.bookings.findAnswer({ bookingId: booking.id }, key.key)).toBeNull()
    })
  })
}
