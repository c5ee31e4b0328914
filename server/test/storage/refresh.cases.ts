import { describe, expect, it } from 'vitest'
import { cancel } from '../../src/domain/transitions.ts'
import type { NextFree } from '../../src/storage/port.ts'
import { aGuard, ada, bina, book, confirmed, hold, later, next, now, span } from './fixtures.ts'
import { type OpenStore, storePerTest } from './store.ts'

export function refreshCases(open: OpenStore): void {
  describe('next free starts', () => {
    const store = storePerTest(open)

    const due = async (at = now) =>
      (await store.storage.listExpertsToRefresh(at, 10)).map(({ expertId }) => expertId).toSorted()

    async function refreshAll(refreshAt = later(now, 60)): Promise<void> {
      const times = (await store.storage.listExpertsToRefresh(now, 10)).map((each): NextFree => {
        return { ...each, nextFreeAt: later(now, 30), refreshAt }
      })
      await store.storage.storeNextFree(times)
    }

    it('are due at first and again when their time has come, the longest waiting first', async () => {
      expect(await due()).toEqual([ada, bina])
      const [one, other] = await store.storage.listExpertsToRefresh(now, 10)
      if (!one || !other) throw new Error('Both experts should be due')
      await store.storage.storeNextFree([
        { ...one, nextFreeAt: null, refreshAt: later(now, 20) },
        { ...other, nextFreeAt: later(now, 30), refreshAt: later(now, 10) },
      ])
      expect(await due()).toEqual([])
      const waiting = await store.storage.listExpertsToRefresh(later(now, 20), 10)
      expect(waiting.map(({ expertId }) => expertId)).toEqual([other.expertId, one.expertId])
      expect(await store.storage.listExpertsToRefresh(later(now, 20), 1)).toHaveLength(1)
      expect((await store.storage.findExpert(one.expertId))?.nextFreeAt).toBeNull()
      expect((await store.storage.findExpert(other.expertId))?.nextFreeAt).toBe(later(now, 30))
    })

    it('are due after every change that takes or frees time, of that expert only', async () => {
      const held = await hold(store.storage)
      const booked = confirmed(held)
      const moved = next(booked, span({ slot: 8 }))
      const steps = [
        () => store.storage.changeRecord({ next: moved, now }),
        () => store.storage.changeRecord({ next: cancel(moved, undefined, now), now }),
        () => book(store.storage),
        () => hold(store.storage, { slot: 20 }),
        () => store.storage.releaseExpiredHolds(later(now, 30)),
      ]
      await store.storage.claimBooking(booked, aGuard(), { id: held.id, version: 1 })
      for (const step of steps) {
        await refreshAll()
        expect(await due()).toEqual([])
        await step()
        expect(await due()).toEqual([ada])
      }
    })

    it('are not overwritten with what was computed before the last change', async () => {
      await refreshAll()
      await book(store.storage, { slot: 0 })
      const [old] = await store.storage.listExpertsToRefresh(now, 10)
      if (!old) throw new Error('Ada should be due')
      await book(store.storage, { slot: 8 })
      const refreshAt = later(now, 60)
      await store.storage.storeNextFree([{ ...old, nextFreeAt: later(now, 99), refreshAt }])
      expect(await due()).toEqual([ada])
      expect((await store.storage.findExpert(ada))?.nextFreeAt).toBe(later(now, 30))
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
