import { describe, expect, it } from 'vitest'
import { anEntry } from '../experts/profile-fixtures.ts'
import { later, now } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'
import { aReport } from './block-fixtures.ts'

export function reportCases(open: OpenStore): void {
  describe('reports', () => {
    const store = storePerTest(open)
    const trail = async () => (await store.storage.audit.list({ limit: 100 })).items.length

    it('are open once for each booking, however many come at once', async () => {
      const { reports } = store.storage
      const first = aReport()
      const same = Array.from({ length: 4 }, () => aReport({ bookingId: first.bookingId }))
      const sent = await Promise.all([first, ...same].map((each) => reports.send(each, anEntry())))
      expect(sent.filter((each) => each === 'done')).toHaveLength(1)
      expect(sent.filter((each) => each === 'already_there')).toHaveLength(4)
      expect(await trail()).toBe(1)
      const { items } = await reports.list({ state: 'open', limit: 9 })
      expect(items.map(({ bookingId }) => bookingId)).toEqual([first.bookingId])
      expect(await reports.find(items[0]?.id ?? '')).toEqual(items[0])
      expect(await reports.find('report-unknown')).toBeNull()
    })

    it('are listed by how they stand, the latest first', async () => {
      const { reports } = store.storage
      const sent = [0, 1, 1, 2].map((minutes) => aReport({ reportedAt: later(now, minutes) }))
      for (const each of sent) await reports.send(each, anEntry())
      const [one, two, three, four] = sent.map(({ id }) => id)
      const decided = { id: two ?? '', state: 'settled', at: now, by: 'admin@example.org' } as const
      await reports.decide(decided, anEntry())
      const all = await reports.list({ limit: 3 })
      expect(all.items.map(({ id }) => id)).toEqual([four, three, two])
      const rest = await reports.list({ limit: 3, after: all.next })
      expect(rest.items.map(({ id }) => id)).toEqual([one])
      const still = await reports.list({ state: 'open', limit: 9 })
      expect(still.items.map(({ id }) => id)).toEqual([four, three, one])
      const settled = await reports.list({ state: 'settled', limit: 9 })
      expect(settled.items).toEqual([
        { ...sent[1], state: 'settled', decidedAt: now, decidedBy: 'admin@example.org' },
      ])
    })

    it('are decided once, and may come again then', async () => {
      const { reports } = store.storage
      const report = aReport()
      await reports.send(report, anEntry())
      const decide = (by: string) =>
        reports.decide(
          { id: report.id, state: 'dismissed', at: now, by, word: 'It is a friend' },
          anEntry(),
        )
      const outcomes = await Promise.all(['one', 'two', 'three'].map(decide))
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([
        'already_decided',
        'already_decided',
        'done',
      ])
      expect(await trail()).toBe(2)
      expect(await reports.find(report.id)).toMatchObject({
        state: 'dismissed',
        word: 'It is a friend',
        decidedAt: now,
      })
      const unknown = { id: 'report-unknown', state: 'settled', at: now, by: 'one' } as const
      expect(await reports.decide(unknown, anEntry())).toEqual({ kind: 'not_found' })
      const again = aReport({ bookingId: report.bookingId })
      expect(await reports.send(again, anEntry())).toBe('done')
    })
  })
}
