import { describe, expect, it } from 'vitest'
import { cancel, release } from '../../../src/domain/bookings/transitions.ts'
import { day, hour } from '../../../src/domain/time/instant.ts'
import {
  aBooking,
  aGuard,
  aHold,
  ada,
  bina,
  book,
  confirmed,
  hold,
  later,
  next,
  now,
  span,
} from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

export function ceilingCases(open: OpenStore): void {
  describe('ceilings', () => {
    const store = storePerTest(open)
    const tooMany = { kind: 'too_many' }

    it('count the live holds of one holder', async () => {
      const holder = 'browser-one'
      const held = await hold(store.storage, { slot: 0, holder, expiresAt: later(now, 5) })
      await hold(store.storage, { slot: 4, holder, expertId: bina, expiresAt: later(now, 6) })
      const ceilings = { holds: 2 }
      const hold2 = (at = now) =>
        store.storage.bookings.hold(aHold({ slot: 8, holder }), aGuard({ ceilings, now: at }))
      expect(await hold2()).toEqual(tooMany)
      const other = aHold({ slot: 12, holder: 'browser-two' })
      expect(await store.storage.bookings.hold(other, aGuard({ ceilings }))).toMatchObject({
        kind: 'done',
      })
      expect(await hold2(later(now, 5))).toMatchObject({ kind: 'done' })
      await store.storage.bookings.change({ next: release(held), now })
      expect(
        await store.storage.bookings.hold(
          aHold({ holder, slot: 16 }),
          aGuard({ ceilings: { holds: 3 } }),
        ),
      ).toMatchObject({ kind: 'done' })
    })

    it('count the coming bookings of a maker, whoever the expert and whatever the address', async () => {
      const maker = 'grace'
      const one = await book(store.storage, { slot: 0, maker })
      await book(store.storage, { slot: 0, expertId: bina, maker })
      const third = (guard: Parameters<typeof aGuard>[0]) =>
        store.storage.bookings.claim(aBooking({ slot: 8, maker }), aGuard(guard))
      const ceilings = { bookings: 2 }
      expect(await third({ ceilings })).toEqual(tooMany)
      expect(await third({ ceilings, now: later(one.endsAt, -1) })).toEqual(tooMany)

      const held = await hold(store.storage, { slot: 12 })
      const booking = confirmed(held, { maker })
      expect(await store.storage.bookings.confirm(booking, aGuard({ ceilings }))).toEqual(tooMany)
      expect(await store.storage.bookings.find(held.id)).toEqual(held)
      await store.storage.bookings.change({ next: cancel(one, undefined, now), now })
      expect(await third({ ceilings })).toMatchObject({ kind: 'done' })
      expect(
        await store.storage.bookings.listOccupied(ada, { from: now, to: one.endsAt, now }),
      ).toEqual([])
    })

    it('never depend on what was booked under an address', async () => {
      const customer = { name: 'Grace', email: 'grace@example.org' }
      for (const slot of [0, 4, 8]) await book(store.storage, { slot, customer, network: 'far' })
      const unproved = { network: 2 * hour, lately: day, since: later(now, 1) }
      const guard = aGuard({ ceilings: { bookings: 1, unproved } })
      const own = aBooking({ slot: 12, customer, network: 'near' })
      expect(await store.storage.bookings.claim(own, guard)).toMatchObject({ kind: 'done' })
    })

    it('are looked at after the version of a hold that is to be confirmed', async () => {
      const maker = 'grace'
      await book(store.storage, { slot: 0, maker })
      const held = await hold(store.storage, { slot: 8 })
      const guard = aGuard({ ceilings: { bookings: 1 } })
      const stale = confirmed({ ...held, version: 2 }, { maker })
      expect(await store.storage.bookings.confirm(stale, guard)).toEqual({ kind: 'hold_gone' })
      expect(await store.storage.bookings.confirm(confirmed(held, { maker }), guard)).toEqual(
        tooMany,
      )
    })

    it('no longer count a booking that is over', async () => {
      const over = await book(store.storage, { slot: 0, maker: 'grace' })
      const guard = aGuard({ ceilings: { bookings: 1 }, now: over.endsAt })
      const outcome = await store.storage.bookings.claim(
        aBooking({ slot: 8, maker: 'grace' }),
        guard,
      )
      expect(outcome).toMatchObject({ kind: 'done' })
    })

    it('let no more through when they come at once', async () => {
      const holder = 'browser-three'
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          store.storage.bookings.hold(
            aHold({ slot: index * 4, holder }),
            aGuard({ ceilings: { holds: 3 } }),
          ),
        ),
      )
      expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(3)
    })
  })

  describe('what nobody has proved', () => {
    const store = storePerTest(open)
    const network = 'a-network'
    const since = later(now, -60)

    /** A claim of an hour in slot 40, with what is allowed of the whole in hours. */
    function another(allowed: { network?: number; lately?: number }, fields = {}) {
      const unproved = {
        network: (allowed.network ?? 99) * hour,
        lately: (allowed.lately ?? 99) * hour,
        since,
      }
      return store.storage.bookings.claim(
        aBooking({ slot: 40, network, ...fields }),
        aGuard({ ceilings: { unproved } }),
      )
    }
    const unproved = { kind: 'unproved' }
    const done = { kind: 'done' }

    it('takes of an expert no more than one network may, holds and gaps included', async () => {
      await book(store.storage, { slot: 0, gap: 15, network })
      await hold(store.storage, { slot: 8, network })
      expect(await another({ network: 3.2 })).toEqual(unproved)
      expect(await another({ network: 3.25 })).toMatchObject(done)
    })

    it('is that of the network, the expert and what is live alone', async () => {
      await book(store.storage, { slot: 0, network: 'another' })
      await book(store.storage, { slot: 0, network, expertId: bina })
      await book(store.storage, { slot: 4, network, maker: 'grace' })
      await book(store.storage, { slot: 8 })
      await hold(store.storage, { slot: 12, network, expiresAt: now })
      const cancelled = await book(store.storage, { slot: 16, network })
      await store.storage.bookings.change({ next: cancel(cancelled, undefined, now), now })
      expect(await another({ network: 1 })).toMatchObject(done)
      expect(await another({ network: 1 }, { slot: 48 })).toEqual(unproved)
    })

    it('takes no more than may be made lately from all networks together', async () => {
      for (const slot of [0, 4, 8]) await book(store.storage, { slot, network: `network ${slot}` })
      await book(store.storage, { slot: 12, network: 'old', createdAt: since })
      expect(await another({ lately: 3.9 })).toEqual(unproved)
      expect(await another({ lately: 4 })).toMatchObject(done)
    })

    it('counts a hold once that becomes a booking', async () => {
      const held = await hold(store.storage, { slot: 0, network })
      const ceilings = { unproved: { network: hour, lately: hour, since } }
      const booking = confirmed(held, { network })
      expect(await store.storage.bookings.confirm(booking, aGuard({ ceilings }))).toMatchObject(
        done,
      )
    })

    it('may not be made longer than that either', async () => {
      const booking = await book(store.storage, { slot: 0, network })
      const ceilings = { unproved: { network: 1.5 * hour, lately: day, since } }
      const longer = (minutes: number) => ({
        next: next(booking, span({ slot: 20, minutes })),
        now,
        scheduleVersion: 1,
        ceilings,
      })
      expect(await store.storage.bookings.change(longer(120))).toEqual(unproved)
      expect(await store.storage.bookings.find(booking.id)).toEqual(booking)
      expect(await store.storage.bookings.change(longer(90))).toMatchObject(done)
    })

    it('is proved with the address, whatever its case, and then counts for its maker', async () => {
      const customer = { name: 'Grace', email: 'Grace@example.org' }
      const booking = await book(store.storage, { slot: 0, network, customer })
      await store.storage.bookings.prove('gRACE@example.org', 'grace', now)
      expect(await another({ network: 1 })).toMatchObject(done)
      expect(await store.storage.bookings.find(booking.id)).toEqual({ ...booking, maker: 'grace' })
      const guard = aGuard({ ceilings: { bookings: 1 } })
      const second = aBooking({ slot: 60, maker: 'grace', network })
      expect(await store.storage.bookings.claim(second, guard)).toEqual({ kind: 'too_many' })
    })
  })

  describe('a provisional booking', () => {
    const store = storePerTest(open)
    const pending = {
      customer: { name: 'Grace Hopper', email: 'grace@example.org', phone: '+49 30 1' },
      topic: 'A compiler',
      timeZone: 'America/New_York',
      hourlyRate: 18_000,
      currency: 'USD',
      cancellationMinutes: 1440,
    }

    it('is kept with all that its customer wrote, and becomes their booking', async () => {
      const held = await hold(store.storage, { pending, network: 'net', hourlyRate: 18_000 })
      expect(await store.storage.bookings.find(held.id)).toEqual(held)
      const booking = confirmed(held, { ...pending, network: 'net', maker: 'grace' })
      expect(await store.storage.bookings.confirm(booking, aGuard())).toMatchObject({
        kind: 'done',
      })
      expect(await store.storage.bookings.find(held.id)).toEqual(booking)
    })

    it('is forgotten with its time when nobody proves it', async () => {
      const guard = aGuard()
      const held = aHold({ pending, network: 'net', hourlyRate: 18_000 })
      await store.storage.bookings.hold(held, guard)
      expect(await store.storage.bookings.releaseExpired(held.expiresAt)).toBe(1)
      const left = await store.storage.bookings.find(held.id)
      const answered = await store.storage.bookings.findAnswer({ expertId: ada }, guard.key.key)
      expect(left?.state).toBe('released')
      expect(JSON.stringify([left, answered])).not.toMatch(/grace|hopper|compiler|\+49/i)
    })
  })
}
