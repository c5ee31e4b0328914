import { describe, expect, it } from 'vitest'
import { ada, bina, book, later, now } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

export function scheduleCases(open: OpenStore): void {
  describe('schedules', () => {
    const store = storePerTest(open)

    it('are replaced one version after the other, and claims follow', async () => {
      const expert = await store.storage.experts.find(ada)
      if (!expert) throw new Error('There is no Ada')
      const busy = [{ from: now, to: later(now, 60) }]
      const exceptions = { '2027-01-12': [], '2027-01-13': [{ from: 600, to: 660 }] }
      const schedule = {
        ...expert.schedule,
        version: 2,
        busy,
        busyChanges: 1,
        exceptions,
        sessionLengths: [45],
      }
      const { storage } = store
      expect(await storage.experts.recall(ada)).toEqual(expert)
      expect(await storage.experts.recall('nobody-at-all')).toBeNull()
      expect(await storage.schedules.replace(ada, { ...schedule, version: 3 })).toBe(
        'stale_version',
      )
      expect(await storage.schedules.replace(ada, schedule)).toBe('done')
      expect(await storage.schedules.replace(ada, schedule)).toBe('stale_version')
      expect(await storage.schedules.replace('nobody-at-all', schedule)).toBe('stale_version')
      expect((await storage.experts.find(ada))?.schedule).toEqual(schedule)
      expect((await storage.experts.recall(ada))?.schedule).toEqual(schedule)
      expect((await storage.experts.find(bina))?.schedule.version).toBe(1)
      await expect(book(storage)).rejects.toThrow('stale_schedule')
      expect(store.heard).toEqual([])
    })
  })
}
