import { describe, expect, it } from 'vitest'
import { type Instant, hour, plus } from '../../../src/domain/time/instant.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { now } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const end = plus(now, hour)

function use(storage: Storage, key: string, at: Instant = now) {
  return storage.uses.count(key, { now: at, milliseconds: hour })
}

export function useCases(open: OpenStore): void {
  describe('uses', () => {
    const store = storePerTest(open)

    it('are counted in the window that the first one opened', async () => {
      const times = [now, plus(now, 1), plus(now, hour / 2), plus(end, -1)]
      for (const [index, at] of times.entries()) {
        expect(await use(store.storage, 'a', at)).toEqual({ count: index + 1, endsAt: end })
      }
    })

    it('are counted key by key', async () => {
      const keys = ['a', 'b', 'A', 'a ', 'a', '', "'; --", 'b']
      const counts: number[] = []
      for (const key of keys) counts.push((await use(store.storage, key)).count)
      expect(counts).toEqual([1, 1, 1, 1, 2, 1, 1, 2])
    })

    it('begin anew from the very millisecond in which the window ends', async () => {
      await use(store.storage, 'a')
      expect(await use(store.storage, 'a', plus(end, -1))).toEqual({ count: 2, endsAt: end })
      const next = plus(end, hour)
      expect(await use(store.storage, 'a', end)).toEqual({ count: 1, endsAt: next })
      expect(await use(store.storage, 'a', plus(end, 1))).toEqual({ count: 2, endsAt: next })
      const much = plus(next, 5 * hour)
      expect(await use(store.storage, 'a', much)).toEqual({ count: 1, endsAt: plus(much, hour) })
    })

    it('are answered a number each when many come at once, in a new window as well', async () => {
      for (const at of [now, end]) {
        const answers = await Promise.all(
          Array.from({ length: 50 }, () => use(store.storage, 'a', at)),
        )
        const counts = answers.map(({ count }) => count).toSorted((a, b) => a - b)
        expect(counts).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
        expect(new Set(answers.map(({ endsAt }) => endsAt))).toEqual(new Set([plus(at, hour)]))
      }
    })

    it('are read key by key while their window is open', async () => {
      const { storage } = store
      for (const key of ['a', 'a', 'b', "'; --"]) await use(storage, key)
      await use(storage, 'late', plus(now, 1))
      const read = async (at: Instant, ...keys: string[]) =>
        Object.fromEntries(await storage.uses.read(keys, at))
      expect(await read(now, 'a', 'A', "'; --", 'unheard of')).toEqual({ a: 2, "'; --": 1 })
      expect(await read(now)).toEqual({})
      expect(await read(plus(end, -1), 'a', 'b', 'late')).toEqual({ a: 2, b: 1, late: 1 })
      expect(await read(end, 'a', 'b', 'late')).toEqual({ late: 1 })
      // Reading is no use.
      expect(await use(storage, 'a')).toMatchObject({ count: 3 })
    })

    it('are forgotten when their window has ended, and not before', async () => {
      const { storage } = store
      await use(storage, 'early', plus(now, -1))
      await use(storage, 'on time')
      await use(storage, 'late', plus(now, 1))
      expect(await storage.uses.forget(plus(end, -2))).toBe(0)
      expect(await storage.uses.forget(end)).toBe(2)
      expect(await storage.uses.forget(end)).toBe(0)
      // A forgotten window is over for good, even for a server whose clock is behind.
      expect(await use(storage, 'on time', plus(end, -1))).toMatchObject({ count: 1 })
      expect(await use(storage, 'late', end)).toEqual({ count: 2, endsAt: plus(end, 1) })
    })

    it('are forgotten even if there are more than fit into one commit', async () => {
      const { storage } = store
      await Promise.all(Array.from({ length: 450 }, (_, index) => use(storage, `key ${index}`)))
      expect(await storage.uses.forget(end)).toBe(450)
    })

    it('outlive the process', async ({ skip }) => {
      const { storage, reopen } = store
      if (!reopen) return skip('nothing outlives this store')
      await use(storage, 'a')
      await use(storage, 'a')
      const again = await reopen()
      expect(await use(again, 'a', plus(now, 1))).toEqual({ count: 3, endsAt: end })
      await again.close()
    })
  })
}
