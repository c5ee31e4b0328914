import { describe, expect, it } from 'vitest'
import { cancel } from '../../../src/domain/bookings/transitions.ts'
import type { NextFree } from '../../../src/storage/port/storage.ts'
import { aGuard, ada, bina, book, confirmed, hold, later, next, now, span } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

export function refreshCases(open: OpenStore): void {
  describe('next free starts', () => {
    const store = storePerTest(open)

    const due = async (at = now) =>
      (await store.storage.listExpertsToRefresh(at, 10)).map(({ expertId }) => expertId).toSorted()

    const slot = span({ slot: 40, minutes: 30, gap: 15 })

    async function refreshAll(): Promise<void> {
      const times = (await store.storage.listExpertsToRefresh(now, 10)).map((each): NextFree => {
        return { ...each, slot, refreshAt: later(now, 60) }
      })
      await store.storage.storeNextFree(times)
      expect(await due()).toEqual([])
    }

    it('are due at first and again when their time has come, the longest waiting first', async () => {
      expect(await due()).toEqual([ada, bina])
      const [one, other] = await store.storage.listExpertsToRefresh(now, 10)
      if (!one || !other) throw new Error('Both experts should be due')
      await store.storage.storeNextFree([
        { ...one, slot: null, refreshAt: later(now, 20) },
        { ...other, slot, refreshAt: later(now, 10) },
      ])
      expect(await due()).toEqual([])
      const waiting = await store.storage.listExpertsToRefresh(later(now, 20), 10)
      expect(waiting.map(({ expertId }) => expertId)).toEqual([other.expertId, one.expertId])
      expect(await store.storage.listExpertsToRefresh(later(now, 20), 1)).toHaveLength(1)
      expect((await store.storage.findExpert(one.expertId))?.nextFreeAt).toBeNull()
      expect((await store.storage.findExpert(other.expertId))?.nextFreeAt).toBe(slot.startsAt)
    })

    it('are due after every change that frees time, of that expert only', async () => {
      const held = await hold(store.storage)
      const booked = confirmed(held)
      const moved = next(booked, span({ slot: 8 }))
      await hold(store.storage, { slot: 20 })
      await store.storage.claimBooking(booked, aGuard(), { id: held.id, version: 1 })
      const steps = [
        () => store.storage.changeRecord({ next: moved, now }),
        () => store.storage.changeRecord({ next: cancel(moved, undefined, now), now }),
        () => store.storage.releaseExpiredHolds(later(now, 30)),
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
      const [old] = await store.storage.listExpertsToRefresh(now, 10)
      if (!old) throw new Error('Ada should be due')
      const computed = { ...old, slot: span({ slot: 60 }), refreshAt: later(now, 60) }
      await store.storage.changeRecord({ next: cancel(gone, undefined, now), now })
      await store.storage.storeNextFree([computed])
      expect(await due()).toEqual([ada])
      expect((await store.storage.findExpert(ada))?.nextFreeAt).toBe(slot.startsAt)
    })

    it('are computed again where the time found was taken in the meantime', async () => {
      const [old] = await store.storage.listExpertsToRefresh(now, 1)
      if (!old) throw new Error('Somebody should be due')
      const { expertId } = old
      await book(store.storage, { expertId, slot: 42 })
      await store.storage.storeNextFree([{ ...old, slot, refreshAt: later(now, 60) }])
      expect(await due()).toContain(expertId)
      expect((await store.storage.findExpert(expertId))?.nextFreeAt).toBeNull()
    })

    it('are due after a change of the schedule', async () => {
      await refreshAll()
      const expert = await store.storage.findExpert(ada)
      if (!expert) throw new Error('There is no Ada')
      await store.storage.replaceSchedule(ada, { ...expert.schedule, version: 2 })
      expect(await due()).toEqual([ada])
    })
  })

  describe('schedules', () => {
    const store = storePerTest(open)

    it('are replaced one version after the other, and claims follow', async () => {
      const expert = await store.storage.findExpert(ada)
      if (!expert) throw new Error('There is no Ada')
      const busy = [{ from: now, to: later(now, 60) }]
      const exceptions = { '2027-01-12': [], '2027-01-13': [{ from: 600, to: 660 }] }
      const schedule = { ...expert.schedule, version: 2, busy, exceptions, sessionLengths: [45] }
      const { storage } = store
      expect(await storage.replaceSchedule(ada, { ...schedule, version: 3 })).toBe('stale_version')
      expect(await storage.replaceSchedule(ada, schedule)).toBe('done')
      expect(await storage.replaceSchedule(ada, schedule)).toBe('stale_version')
      expect(await storage.replaceSchedule('nobody-at-all', schedule)).toBe('stale_version')
      expect((await storage.findExpert(ada))?.schedule).toEqual(schedule)
      expect((await storage.findExpert(bina))?.schedule.version).toBe(1)
      await expect(book(storage)).rejects.toThrow('stale_schedule')
      expect(store.heard).toEqual([])
    })
  })
}
