import { describe, expect, it } from 'vitest'
import type { CallEvent } from '../../../src/domain/calls/call-event.ts'
import { plus } from '../../../src/domain/time/instant.ts'
import { fresh, quarterAt } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'
import { aCallEvent } from './call-event-fixtures.ts'

export function callEventCases(open: OpenStore): void {
  describe('what happened in calls', () => {
    const store = storePerTest(open)
    const byId = (events: readonly CallEvent[]) => events.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const list = async (bookingId: string) => byId(await store.storage.callEvents.listOf(bookingId))

    it('is kept by booking, whatever kind it is of', async () => {
      const { callEvents } = store.storage
      const bookingId = fresh('booking')
      const kinds = ['joined', 'there', 'lost', 'returned', 'left'] as const
      const made = kinds.map((kind, index) =>
        aCallEvent({ bookingId, kind, at: quarterAt(index), seat: fresh('seat') }),
      )
      const other = aCallEvent({ role: 'expert', server: 'server-b' })
      await callEvents.append([])
      await callEvents.append([...made.slice(0, 2), other])
      await callEvents.append(made.slice(2))
      expect(await list(bookingId)).toEqual(byId(made))
      expect(await list(other.bookingId)).toEqual([other])
      expect(await list(fresh('booking'))).toEqual([])
      expect(store.heard).toEqual([])
    })

    it('is written once, and never over what is there', async () => {
      const { callEvents } = store.storage
      const first = aCallEvent()
      const second = aCallEvent({ bookingId: first.bookingId })
      await Promise.all([callEvents.append([first]), callEvents.append([first])])
      await callEvents.append([{ ...first, at: plus(first.at, 1) }, second])
      expect(await list(first.bookingId)).toEqual(byId([first, second]))
    })

    it('is open until something was made of it, and what comes later is open again', async () => {
      const { callEvents } = store.storage
      const one = aCallEvent()
      const more = aCallEvent({ bookingId: one.bookingId, kind: 'left' })
      const other = aCallEvent()
      expect(await callEvents.listOpen()).toEqual([])
      await callEvents.append([one, more, other])
      const both = [one.bookingId, other.bookingId].toSorted()
      expect((await callEvents.listOpen()).toSorted()).toEqual(both)
      await callEvents.settle([one])
      expect((await callEvents.listOpen()).toSorted()).toEqual(both)
      await callEvents.settle([one, more])
      expect(await callEvents.listOpen()).toEqual([other.bookingId])
      expect(await list(one.bookingId)).toEqual(byId([one, more]))
      // The same one, said once more, is no news.
      await callEvents.append([one])
      expect(await callEvents.listOpen()).toEqual([other.bookingId])
      await callEvents.append([aCallEvent({ bookingId: one.bookingId })])
      expect((await callEvents.listOpen()).toSorted()).toEqual(both)
    })

    it('is forgotten when it is old enough', async () => {
      const { callEvents } = store.storage
      const bookingId = fresh('booking')
      const made = [0, 1, 2].map((slot) => aCallEvent({ bookingId, at: quarterAt(slot) }))
      await callEvents.append(made)
      expect(await callEvents.forget(quarterAt(1))).toBe(1)
      expect(await list(bookingId)).toEqual(byId(made.slice(1)))
      expect(await callEvents.forget(quarterAt(1))).toBe(0)
    })

    it('outlives the server', async () => {
      if (!store.reopen) return
      const event = aCallEvent()
      await store.storage.callEvents.append([event])
      const again = await store.reopen()
      expect(await again.callEvents.listOf(event.bookingId)).toEqual([event])
      expect(await again.callEvents.listOpen()).toEqual([event.bookingId])
    })
  })
}
