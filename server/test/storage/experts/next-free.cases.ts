import { describe, expect, it } from 'vitest'
import { cancel } from '../../../src/domain/bookings/transitions.ts'
import type { NextFree } from '../../../src/storage/port/experts.ts'
import { aGuard, ada, bina, book, confirmed, hold, later, next, now, span } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

export function nextFreeCases(open: OpenStore): void {
  describe('next free starts', () => {
    const store = storePerTest(open)

    const due = async (at = now) =>
      (await store.storage.experts.listDue(at, 10)).map(({ expertId }) => expertId).toSorted()

    const slot = span({ slot: 40, minutes: 30, gap: 15 })

    async function refreshAll(): Promise<void> {
      const times = (await store.storage.experts.listDue(now, 10)).map((each): NextFree => {
        return { ...each, slot, refreshAt: later(now, 60) }
      })
      await store.storage.experts.storeNextFree(times)
      expect(await due()).toEqual([])
    }

    it('are due at first and again when their time has come, the longest waiting first', async () => {
      expect(await due()).toEqual([ada, bina])
      const [one, other] = await store.storage.experts.listDue(now, 10)
      if (!one || !other) throw new Error('Both experts should be due')
      await store.storage.experts.storeNextFree([
        { ...one, slot: null, refreshAt: later(now, 20) },
        { ...other, slot, refreshAt: later(now, 10) },
      ])
      expect(await due()).toEqual([])
      const waiting = await store.storage.experts.listDue(later(now, 20), 10)
      expect(waiting.map(({ expertId }) => expertId)).toEqual([other.expertId, one.expertId])
      expect(await store.storage.experts.listDue(later(now, 20), 1)).toHaveLength(1)
      expect((await store.storage.experts.find(one.expertId))?.nextFreeAt).toBeNull()
      expect((await store.storage.experts.find(other.expertId))?.nextFreeAt).toBe(slot.startsAt)
    })

    it('are due after every change that frees time, of that expert only', async () => {
      const held = await hold(store.storage)
      const booked = confirmed(held)
      const moved = next(booked, span({ slot: 8 }))
      await hold(store.storage, { slot: 20 })
      await store.storage.bookings.confirm(booked, aGuard())
      const steps = [
        () => store.storage.bookings.change({ next: moved, now }),
        () => store.storage.bookings.change({ next: cancel(moved, undefined, now), now }),
        () => store.storage.bookings.releaseExpired(later(now, 30)),
      ]
      for (const step of steps) {
        await refreshAll()
        await step()
        expect(await due()).toEqual([ada])
      }
    })

    it.each([
      [38, 30, []],
      [38, 45, [ada]],
      [41, 15, [ada]],
      [42, 15, [ada]],
      [43, 60, []],
    ])('are due after a change that takes some of it: %i, %i minutes', async (at, minutes, is) => {
      await refreshAll()
      await book(store.storage, { slot: at, minutes })
      expect(await due()).toEqual(is)
      await hold(store.storage, { slot: at, minutes, expertId: bina })
      expect(await due()).toEqual(is.length > 0 ? [ada, bina] : [])
    })

    it('are not overwritten with what was computed before the last change', async () => {
      await refreshAll()
      const gone = await book(store.storage, { slot: 40 })
      const [old] = await store.storage.experts.listDue(now, 10)
      if (!old) throw new Error('Ada should be due')
      const computed = { ...old, slot: span({ slot: 60 }), refreshAt: later(now, 60) }
      await store.storage.bookings.change({ next: cancel(gone, undefined, now), now })
      await store.storage.experts.storeNextFree([computed])
      expect(await due()).toEqual([ada])
      expect((await store.storage.experts.find(ada))?.nextFreeAt).toBe(slot.startsAt)
    })

    it('are computed again where the time found was taken in the meantime', async () => {
      const [old] = await store.storage.experts.listDue(now, 1)
      if (!old) throw new Error('Somebody should be due')
      const { expertId } = old
      await book(store.storage, { expertId, slot: 42 })
      await store.storage.experts.storeNextFree([{ ...old, slot, refreshAt: later(now, 60) }])
      expect(await due()).toContain(expertId)
      expect((await store.storage.experts.find(expertId))?.nextFreeAt).toBeNull()
    })

    it('are due after a change of the schedule', async () => {
      await refreshAll()
      const expert = await store.storage.experts.find(ada)
      if (!expert) throw new Error('There is no Ada')
      await store.storage.schedules.replace(ada, { ...expert.schedule, version: 2 })
      expect(await due()).toEqual([ada])
    })
  })
}
