import { describe, expect, it } from 'vitest'
import { cancel } from '../../../src/domain/bookings/transitions.ts'
import type { BookedRecord } from '../../../src/domain/bookings/booking.ts'
import { decide, dispute, settle } from '../../../src/domain/bookings/settlement.ts'
import { anEntry } from '../experts/profile-fixtures.ts'
import { ada, book, later, quarterAt } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const found = {
  outcome: 'customer_missed',
  stays: { customer: [], expert: [{ from: quarterAt(0), to: quarterAt(2) }] },
} as const
const after = quarterAt(8)

export function settlementCases(open: OpenStore): void {
  describe('what became of a session', () => {
    const store = storePerTest(open)

    it('stands in its record, is told to those who may see it, and takes nothing from it', async () => {
      const { bookings } = store.storage
      const booking = await book(store.storage, { topic: 'Engines' })
      const next = settle(booking, found, after)
      expect(await bookings.change({ next, now: after })).toEqual({ kind: 'done', record: next })
      expect(await bookings.find(booking.id)).toEqual(next)
      expect(next).toMatchObject({ version: 2, state: 'booked', topic: 'Engines' })
      expect(store.heard.at(-1)).toEqual({ kind: 'corrected', record: next })
      const { email } = booking.customer
      const past = await bookings.listOfCustomer({ email, scope: 'past', now: after, limit: 9 })
      expect(past.items).toEqual([next])
      const chosen = { scope: 'past', now: after } as const
      const ofExpert = await bookings.listOfExpert({ expertId: ada, chosen, limit: 9 })
      expect(ofExpert.items).toEqual([next])
      const all = await bookings.search({ words: [], scope: 'past', now: after, limit: 9 })
      expect(all.items).toEqual([next])
      const { messages } = store.storage
      await messages.takeUp(after)
      const owed = await messages.listOfBooking(booking.id)
      expect(owed.filter(({ about }) => about.version === next.version)).toEqual([])
    })

    it('is found once, however many look', async () => {
      const { bookings } = store.storage
      const booking = await book(store.storage)
      const next = settle(booking, found, after)
      const outcomes = await Promise.all(
        Array.from({ length: 6 }, () => bookings.change({ next, now: after })),
      )
      const kinds = outcomes.map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1)
      expect(kinds.filter((kind) => kind === 'stale_version')).toHaveLength(5)
      expect(store.heard.filter(({ kind }) => kind === 'corrected')).toHaveLength(1)
    })

    it('is listed while it is disputed, the latest first, and among the decided ones from then on', async () => {
      const { bookings } = store.storage
      const made: BookedRecord[] = []
      for (const slot of [0, 8, 16, 24]) {
        const settled = settle(await book(store.storage, { slot }), found, after)
        await bookings.change({ next: settled, now: after })
        const said = { by: 'customer', word: 'I was there', at: later(after, slot) } as const
        const next = dispute(settled, said)
        await bookings.change({ next, now: after })
        made.push(next)
      }
      const [one, two, three, four] = made
      const first = await bookings.listDisputed({ state: 'open', limit: 3 })
      expect(first.items).toEqual([four, three, two])
      const rest = await bookings.listDisputed({ state: 'open', limit: 3, after: first.next })
      expect(rest).toEqual({ items: [one] })
      if (!two?.settlement) throw new Error('It is not settled')
      const decision = { outcome: 'completed', by: 'root@example.org', at: after } as const
      const decided = decide({ ...two, settlement: two.settlement }, decision)
      const audit = anEntry()
      expect(await bookings.change({ next: decided, now: after, audit })).toMatchObject({
        kind: 'done',
      })
      expect((await bookings.listDisputed({ state: 'open', limit: 9 })).items).toEqual([
        four,
        three,
        one,
      ])
      expect(await bookings.listDisputed({ state: 'decided', limit: 9 })).toEqual({
        items: [decided],
      })
      expect((await store.storage.audit.list({ limit: 9 })).items).toEqual([audit])
    })

    it('is nothing of a session that was cancelled', async () => {
      const { bookings } = store.storage
      const booking = await book(store.storage)
      await bookings.change({ next: cancel(booking, undefined, after), now: after })
      const late = settle({ ...booking, version: 2 }, found, after)
      expect(await bookings.change({ next: late, now: after })).toEqual({ kind: 'stale_version' })
      expect(cancel(settle(booking, found, after), undefined, after)).not.toHaveProperty(
        'settlement',
      )
    })
  })
}
