import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { ada, bina, fresh, later, now } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'
import { aSource, aState } from './source-fixtures.ts'

const long = 600_000

export function calendarSourceCases(open: OpenStore): void {
  describe('calendars elsewhere', () => {
    const store = storePerTest(open)
    const lease = (at = now, ms = long) =>
      store.storage.calendars.leaseSource(at, ms, fresh('lease'))

    it('are listed by whose they are, in the order in which they were added', async () => {
      const { calendars } = store.storage
      const made = [2, 0, 1].map((minutes) => aSource({ addedAt: later(now, minutes) }))
      for (const source of made) expect(await calendars.addSource(source)).toEqual(source)
      await calendars.addSource(aSource({ expertId: bina }))
      expect(await calendars.sourcesOf(ada)).toEqual([made[1], made[2], made[0]])
      expect(await calendars.sourcesOf('expert-else')).toEqual([])
    })

    it('are files or of an account', async () => {
      const { calendars } = store.storage
      const made = [aSource({ kind: 'file' }), aSource({ kind: 'account', addedAt: later(now, 1) })]
      for (const source of made) await calendars.addSource(source)
      expect(await calendars.sourcesOf(ada)).toEqual(made)
    })

    it('stand once for each expert, however many add the same at once', async () => {
      const { calendars } = store.storage
      const addressMark = fresh('mark')
      const added = await Promise.all(
        Array.from({ length: 5 }, () => calendars.addSource(aSource({ addressMark }))),
      )
      expect(new Set(added.map(({ id }) => id)).size).toBe(1)
      const binas = aSource({ addressMark, expertId: bina })
      expect(await calendars.addSource(binas)).toEqual(binas)
      expect(await calendars.sourcesOf(ada)).toEqual([added[0]])
    })

    it('are changed and removed by whose they are', async () => {
      const { calendars } = store.storage
      const source = aSource()
      await calendars.addSource(source)
      const shown = { name: 'Home', blocks: false, paused: true, receives: true, marginMinutes: 15 }
      const choices = { ...shown, sealedAddress: 'sealed anew' }
      expect(await calendars.changeSource(source.id, bina, choices)).toBeNull()
      expect(await calendars.changeSource('source-unknown', ada, choices)).toBeNull()
      expect(await calendars.changeSource(source.id, ada, { name: 'Home' })).toEqual({
        ...source,
        name: 'Home',
      })
      expect(await calendars.changeSource(source.id, ada, choices)).toEqual({
        ...source,
        ...choices,
      })
      expect(await calendars.sourcesOf(ada)).toEqual([{ ...source, ...choices }])
      expect(await calendars.removeSource(source.id, bina)).toBe(false)
      expect(await calendars.removeSource(source.id, ada)).toBe(true)
      expect(await calendars.removeSource(source.id, ada)).toBe(false)
      expect(await calendars.sourcesOf(ada)).toEqual([])
    })

    it('are leased when they are due, to one asker each, the longest waiting first', async () => {
      const { calendars } = store.storage
      const [second, first] = [
        aSource({ dueAt: later(now, -1) }),
        aSource({ dueAt: later(now, -2) }),
      ]
      const others = [aSource({ dueAt: later(now, 1) }), aSource({ paused: true })]
      for (const source of [second, first, ...others]) await calendars.addSource(source)
      expect((await lease())?.source).toEqual(first)
      const both = await Promise.all([lease(), lease(), lease()])
      expect(both.filter((each) => each !== null).map(({ source }) => source)).toEqual([second])
      expect(await lease()).toBeNull()
    })

    it('keep what a fetch brought, for whoever has the lease', async () => {
      const { calendars } = store.storage
      const source = aSource()
      await calendars.addSource(source)
      const leased = await lease()
      if (!leased) throw new Error('Nothing was due')
      const state = aState()
      expect(await calendars.keepState({ ...leased, lease: 'another' }, state)).toBe(false)
      expect(await calendars.endLease({ ...leased, lease: 'another' }, now)).toBe(false)
      expect(await calendars.sourcesOf(ada)).toEqual([source])
      expect(await calendars.keepState(leased, state)).toBe(true)
      expect(await lease()).toBeNull()
      const dueAt = later(now, 15)
      expect(await calendars.endLease(leased, dueAt)).toBe(true)
      expect(await calendars.endLease(leased, dueAt)).toBe(false)
      expect(await calendars.keepState(leased, aState({ events: 9 }))).toBe(false)
      expect(await calendars.sourcesOf(ada)).toEqual([{ ...source, state, dueAt }])
      expect(await lease()).toBeNull()
      expect((await lease(dueAt))?.source.id).toBe(source.id)
    })

    it('are called by whose they are, and never later than they would be', async () => {
      const { calendars } = store.storage
      const source = aSource({ dueAt: later(now, 15) })
      await calendars.addSource(source)
      expect(await calendars.callSource(source.id, bina, now)).toBeNull()
      expect(await calendars.callSource(source.id, ada, later(now, 20))).toEqual(source)
      expect(await lease()).toBeNull()
      expect(await calendars.callSource(source.id, ada, now)).toEqual({ ...source, dueAt: now })
      expect((await lease())?.source.id).toBe(source.id)
    })

    it('come to somebody else when a lease runs out, and whoever was late writes nothing', async () => {
      const { calendars } = store.storage
      await calendars.addSource(aSource())
      const late = await lease(now, 1)
      await delay(50)
      const next = await lease(later(now, 1))
      if (!late || !next) throw new Error('Nothing was due')
      expect(await calendars.keepState(late, aState())).toBe(false)
      expect(await calendars.keepState(next, aState())).toBe(true)
    })
  })
}
