import { describe, expect, it } from 'vitest'
import type { BookedRecord } from '../../../src/domain/bookings/booking.ts'
import { dropMore, lengthen, offerMore } from '../../../src/domain/bookings/more-time.ts'
import {
  cancel,
  correct,
  move,
  propose,
  withdraw,
} from '../../../src/domain/bookings/transitions.ts'
import { day, hour, type Instant, minute, plus } from '../../../src/domain/time/instant.ts'
import {
  emptyContent,
  aGuard,
  book,
  confirmed,
  fresh,
  hold,
  later,
  now,
  span,
} from '../fixtures.ts'
import { aPerson } from '../people/people-fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'
import { asking, handOverAll, told } from './message-fixtures.ts'

const both = (kind: string) => [`${kind} to customer`, `${kind} to expert`]

export function owingCases(open: OpenStore): void {
  describe('what bookings owe', () => {
    const store = storePerTest(open, () => ({
      ...emptyContent(),
      people: [aPerson({ id: 'grace', email: 'grace@example.org' })],
    }))
    const change = async (
      next: Parameters<typeof cancel>[0] | ReturnType<typeof cancel>,
      at = now,
      by?: 'customer' | 'expert',
    ) => {
      const key = { key: fresh('key'), fingerprint: 'of it', tokenVersion: 1 }
      const asked = { next, now: at, key, ...(by ? { by } : {}), scheduleVersion: 1 }
      expect(await store.storage.bookings.change(asked)).toMatchObject({ kind: 'done' })
    }
    const sentAt = async (at: Instant) => told(await handOverAll(store.storage, at))
    /** Two days before its start. */
    const soon = async (fields = {}) => book(store.storage, { slot: 96, ...fields })

    it('is a confirmation to both, and nothing for a hold', async () => {
      const held = await hold(store.storage)
      expect(await sentAt(now)).toEqual([])
      await store.storage.bookings.confirm(confirmed(held), aGuard())
      expect((await sentAt(now)).toSorted()).toEqual(both('booked'))
      expect(await sentAt(plus(now, minute))).toEqual([])
    })

    it('is three reminders to both, each once and at its time', async () => {
      const { startsAt } = await soon()
      await sentAt(now)
      for (const lead of [day, hour, 10 * minute]) {
        const due = plus(startsAt, -lead)
        expect(await sentAt(plus(due, -1))).toEqual([])
        expect((await sentAt(due)).toSorted()).toEqual(both('reminder'))
        expect(await sentAt(due)).toEqual([])
      }
      expect(await sentAt(startsAt)).toEqual([])
    })

    it('is no reminder whose time lay before the booking', async () => {
      const bookedAt = now
      // Half an hour ahead.
      const record = await book(store.storage, { slot: -98 })
      expect(record.startsAt - bookedAt).toBe(30 * minute)
      expect((await sentAt(now)).toSorted()).toEqual(both('booked'))
      expect(await sentAt(plus(record.startsAt, -11 * minute))).toEqual([])
      expect((await sentAt(plus(record.startsAt, -10 * minute))).toSorted()).toEqual(
        both('reminder'),
      )
    })

    it('is one reminder where several times have passed meanwhile, and none after the start', async () => {
      const { startsAt } = await soon()
      await sentAt(now)
      expect((await sentAt(plus(startsAt, -5 * minute))).toSorted()).toEqual(both('reminder'))
      expect(await sentAt(plus(startsAt, -minute))).toEqual([])
      const other = await soon({ slot: 120 })
      await sentAt(now)
      expect(await sentAt(other.startsAt)).toEqual([])
    })

    it('follows a move: told to both, with the time before, and reminded of by the new time', async () => {
      const booking = await soon()
      await sentAt(now)
      const at = plus(now, minute)
      const moved = move(booking, 60, span({ slot: 192 }))
      await change(moved, at)
      const messages = await handOverAll(store.storage, at)
      expect(told(messages).toSorted()).toEqual(both('moved'))
      for (const { about } of messages) {
        expect(about).toMatchObject({ startsAt: moved.startsAt, version: moved.version })
        expect(about).toMatchObject({
          from: { startsAt: booking.startsAt, endsAt: booking.endsAt },
        })
      }
      expect(await sentAt(plus(booking.startsAt, -hour))).toEqual([])
      expect((await sentAt(plus(moved.startsAt, -day))).toSorted()).toEqual(both('reminder'))
    })

    it('is told of every move, also of one back to where it was', async () => {
      const booking = await soon()
      const away = move(booking, 60, span({ slot: 192 }))
      await change(away)
      await change(move(away, 60, span({ slot: 96 })))
      const kinds = (await sentAt(now)).filter((each) => each.endsWith('customer'))
      expect(kinds.toSorted()).toEqual(
        ['booked', 'moved', 'moved'].map((kind) => `${kind} to customer`),
      )
    })

    it('ends with a cancellation', async () => {
      const booking = await soon()
      await sentAt(now)
      await change(cancel(booking, undefined, now))
      expect((await sentAt(now)).toSorted()).toEqual(both('cancelled'))
      expect(await sentAt(booking.startsAt)).toEqual([])
    })

    it('is new links for a new address, and nothing for a new topic', async () => {
      const booking = await soon()
      await sentAt(now)
      const about = correct(booking, { topic: 'Compilers' }, now)
      await change(about)
      expect(await sentAt(now)).toEqual([])
      await change(correct(about, { customer: { email: 'hopper@example.org' } }, now))
      expect(await sentAt(now)).toEqual(['corrected to customer'])
      // The reminders of before stand.
      expect((await sentAt(plus(booking.startsAt, -day))).toSorted()).toEqual(both('reminder'))
    })

    it('is a proposal to the customer, and to the expert that it was declined', async () => {
      const booking = await soon()
      await sentAt(now)
      const asked = { ...span({ slot: 200 }), proposedAt: now }
      const proposed = propose(booking, asked)
      await change(proposed, now, 'expert')
      expect(await sentAt(now)).toEqual(['proposed to customer'])
      const declined = withdraw(proposed)
      await change(declined, now, 'customer')
      expect(await sentAt(now)).toEqual(['declined to expert'])
      const again = propose(declined, asked)
      await change(again, now, 'expert')
      await change(withdraw(again), now, 'expert')
      expect(await sentAt(now)).toEqual(['proposed to customer'])
    })

    it('is an offer of more time while the room is closed, and to both that it is longer', async () => {
      const booking = await soon()
      await sentAt(now)
      const offered = offerMore(booking, 'expert', now)
      await change(offered, now, 'expert')
      expect(await sentAt(now)).toEqual(['proposed to customer'])
      const dropped = dropMore(offered)
      await change(dropped, now, 'customer')
      expect(await sentAt(now)).toEqual(['declined to expert'])
      // In the room both see it.
      const during = plus(booking.startsAt, minute)
      const again = offerMore(dropped, 'customer', during)
      await change(again, during, 'customer')
      const once = offerMore(dropMore(again), 'expert', during)
      await change(dropMore(again), during, 'expert')
      await change(once, during, 'expert')
      expect((await sentAt(during)).filter((each) => !each.startsWith('reminder'))).toEqual([])
      const { startsAt } = booking
      const endsAt = plus(booking.endsAt, 15 * minute)
      const longer = lengthen(once, { startsAt, endsAt, until: endsAt })
      await change(longer, during, 'customer')
      expect((await sentAt(during)).toSorted()).toEqual(both('moved'))
      // Of what goes on already nobody is reminded.
      expect(await sentAt(endsAt)).toEqual([])
    })

    it('says which messages a later change makes void', async () => {
      const booking = await soon()
      await change(move(booking, 60, span({ slot: 192 })))
      const { messages } = store.storage
      await messages.takeUp(now)
      const found = new Map<string, boolean>()
      for (let count = 0; count < 4; count++) {
        const at = plus(now, count * minute)
        const leased = await messages.lease(asking(at))
        if (!leased) throw new Error('Nothing is due')
        found.set(told([leased.message])[0] ?? '', leased.isOutdone)
        await messages.settle(leased.message.id, leased.lease, { kind: 'dropped', at, reply: null })
      }
      expect(Object.fromEntries(found)).toEqual({
        'booked to customer': true,
        'booked to expert': true,
        'moved to customer': false,
        'moved to expert': false,
      })
    })

    it('is new links for all that is to come, where a person changes their address', async () => {
      const customer = { name: 'Grace Hopper', email: 'grace@example.org' }
      const booking = await soon({ customer })
      const past = await book(store.storage, { slot: 0, customer })
      await sentAt(now)
      const at = later(past.endsAt, 1)
      await store.storage.people.changeAddress('grace', 'hopper@example.org', at)
      const sent = await handOverAll(store.storage, at)
      const corrected = sent.filter(({ kind }) => kind === 'corrected')
      expect(corrected.map(({ about }) => about)).toMatchObject([{ bookingId: booking.id }])
    })

    it('is forgotten of whoever is erased', async () => {
      const customer = { name: 'Grace Hopper', email: 'grace@example.org' }
      const booking: BookedRecord = await soon({ customer })
      await sentAt(now)
      const { messages, people } = store.storage
      expect(await messages.listOfBooking(booking.id)).toHaveLength(2)
      const at = later(booking.endsAt, 1)
      expect(await people.erase('grace', () => 'gone@erased.invalid', at)).toBe('done')
      const left = await messages.listOfBooking(booking.id)
      expect(left.map(({ about }) => about)).toMatchObject([{ recipient: 'expert' }])
      expect(await sentAt(at)).toEqual([])
    })

    it('is listed before a message is made of it, and is the same one afterwards', async () => {
      const booking = await soon()
      const { messages } = store.storage
      const before = await messages.listOfBooking(booking.id)
      expect(told(before).toSorted()).toEqual(both('booked'))
      await messages.takeUp(now)
      expect(await messages.listOfBooking(booking.id)).toEqual(before)
      await change(move(booking, 60, span({ slot: 192 })), later(now, 1))
      const moved = await messages.listOfBooking(booking.id)
      expect(told(moved.slice(0, 2)).toSorted()).toEqual(both('moved'))
      expect(moved).toHaveLength(4)
    })

    it('is read of several bookings at once', async () => {
      const [one, two] = [await soon({ slot: 96 }), await soon({ slot: 104 })]
      await soon({ slot: 112 })
      const { messages } = store.storage
      await messages.takeUp(now)
      const found = await messages.listOfBookings([one.id, two.id, 'no-such-booking'])
      const expected = [one.id, one.id, two.id, two.id].toSorted()
      expect(found.map(({ about }) => about.bookingId).toSorted()).toEqual(expected)
      expect(await messages.listOfBookings([])).toEqual([])
    })

    it('is made a message of once, by several servers at once', async () => {
      const bookings = await Promise.all(
        Array.from({ length: 5 }, (_, index) => soon({ slot: 96 + 8 * index })),
      )
      const { messages } = store.storage
      await Promise.all(Array.from({ length: 4 }, () => messages.takeUp(now)))
      for (const { id } of bookings) expect(await messages.listOfBooking(id)).toHaveLength(2)
      expect(await messages.takeUp(now)).toBe(0)
    })
  })
}
