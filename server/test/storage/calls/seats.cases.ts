import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { day, plus } from '../../../src/domain/time/instant.ts'
import type { SeatState, Signal } from '../../../src/domain/calls/seat.ts'
import { fresh, now } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

export function callCases(open: OpenStore): void {
  describe('calls', () => {
    const store = storePerTest(open)
    let bookingId: string
    let told: SeatState[]
    let signals: Signal[]
    let stop: () => void
    beforeEach(() => {
      bookingId = fresh('booking')
      told = []
      signals = []
      stop = store.storage.listen({
        seatChanged: (state) => told.push(state),
        signalled: (signal) => signals.push(signal),
      })
    })
    afterEach(() => stop())

    const take = (role: SeatState['role'], seat: string, of = bookingId, at = now) =>
      store.storage.calls.takeSeat({ bookingId: of, role, seat, now: at, until: plus(at, day) })
    const free = (state: SeatState, absence: 'left' | 'lost' = 'left') =>
      store.storage.calls.freeSeat(state, absence)
    const list = async (of = bookingId) =>
      (await store.storage.calls.listSeats(of)).toSorted((a, b) => (a.role < b.role ? -1 : 1))
    const heard = (count: number) => vi.waitFor(() => expect(told).toHaveLength(count))

    it('have no seats before somebody came', async () => {
      expect(await list()).toEqual([])
    })

    it('have one seat for each side, taken here', async () => {
      const customer = await take('customer', 'seat-a')
      const expert = await take('expert', 'seat-b')
      expect(customer).toEqual({
        bookingId,
        role: 'customer',
        seat: 'seat-a',
        since: now,
        version: 1,
        isHere: true,
      })
      expect(await list()).toEqual([customer, expert])
      await take('customer', 'seat-c', fresh('booking'))
      expect(await list()).toEqual([customer, expert])
      await heard(3)
      expect(told.slice(0, 2)).toEqual([customer, expert])
    })

    it('give a side to whoever comes last, and tell it', async () => {
      const first = await take('customer', 'seat-a')
      const second = await take('customer', 'seat-b')
      expect(second).toEqual({ ...first, seat: 'seat-b', version: 2 })
      expect(await list()).toEqual([second])
      // Whoever was taken over frees nothing any more.
      expect(await free(first)).toBe(false)
      expect(await list()).toEqual([second])
      await heard(2)
      expect(told).toEqual([first, second])
    })

    it('let the same page take its own seat again', async () => {
      const first = await take('expert', 'seat-a')
      const again = await take('expert', 'seat-a')
      expect(again).toEqual({ ...first, version: 2 })
      expect(await free(first)).toBe(false)
      expect(await free(again, 'lost')).toBe(true)
    })

    it('tell since when a side is there: another page is no break, and coming back is', async () => {
      const later = plus(now, 60_000)
      await take('customer', 'seat-a')
      const other = await take('customer', 'seat-b', bookingId, later)
      expect(other.since).toBe(now)
      expect(await free(other, 'lost')).toBe(true)
      expect((await list())[0]).toMatchObject({ seat: null, since: now })
      expect((await take('customer', 'seat-b', bookingId, later)).since).toBe(later)
    })

    it('tell why a seat is empty, once', async () => {
      const state = await take('customer', 'seat-a')
      expect(await free(state, 'lost')).toBe(true)
      const empty = { ...state, seat: null, absence: 'lost', version: 2 }
      expect(await list()).toEqual([empty])
      expect(await free(state)).toBe(false)
      expect(await free({ ...state, version: 2 })).toBe(false)
      const back = await take('customer', 'seat-a')
      expect(back).toEqual({ ...state, version: 3 })
      await heard(3)
      expect(told).toEqual([state, empty, back])
    })

    it('of many who want one side at once give it to each in turn, and keep the last', async () => {
      const taken = await Promise.all(
        Array.from({ length: 8 }, (_, index) => take('customer', `seat-${index}`)),
      )
      const versions = taken.map(({ version }) => version).toSorted((a, b) => a - b)
      expect(versions).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      expect(await list()).toEqual(taken.filter(({ version }) => version === 8))
      await heard(8)
      expect(told.map(({ version }) => version)).toEqual(versions)
      const freed = await Promise.all(taken.map((state) => free(state)))
      expect(freed.filter(Boolean)).toHaveLength(1)
    })

    it('forget nothing that is still wanted, however much happens', async () => {
      const early = await take('customer', 'seat-a')
      await take('customer', 'seat-b', fresh('booking'), plus(now, day))
      expect(await list()).toEqual([early])
    })

    it('pass what is said, in order, whatever it is', async () => {
      const bodies = ['{"sdp":"v=0\\r\\n"}', '', 'ä\u{1F600}"\\', 'x'.repeat(32_768)]
      const said = bodies.map((body) => ({ bookingId, from: 'seat-a', to: 'seat-b', body }))
      for (const signal of said) await store.storage.calls.pass(signal, now)
      await vi.waitFor(() => expect(signals).toHaveLength(said.length))
      expect(signals).toEqual(said)
    })

    it('are not what a store holds: it is as full or as empty as before', async () => {
      await take('customer', 'seat-a')
      expect(await store.storage.isEmpty()).toBe(false)
      expect(store.heard).toEqual([])
    })
  })
}
