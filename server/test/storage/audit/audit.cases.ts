import { describe, expect, it } from 'vitest'
import { cancel } from '../../../src/domain/bookings/transitions.ts'
import { anEntry } from '../experts/profile-fixtures.ts'
import { book, later, next, now } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

export function auditCases(open: OpenStore): void {
  describe('the audit trail', () => {
    const store = storePerTest(open)
    const trail = async () => (await store.storage.audit.list({ limit: 100 })).items

    it('writes no entry for a change of a booking that is not made', async () => {
      const booked = await book(store.storage, { slot: 0 })
      const stale = next(next(cancel(booked, undefined, now)))
      const outcome = await store.storage.bookings.change({ next: stale, now, audit: anEntry() })
      expect(outcome.kind).toBe('stale_version')
      expect(await trail()).toEqual([])
    })

    it('tells its trail from the latest on, page after page', async () => {
      const { categories } = store.storage
      const entries = [0, 1, 1, 2].map((minutes, index) =>
        anEntry({
          at: later(now, minutes),
          ...(index === 0 ? { detail: 'Made' } : {}),
          subject: { id: `law-${index}`, name: 'Law' },
        }),
      )
      for (const [index, entry] of entries.entries()) {
        await categories.make({ slug: `law-${index}`, name: 'Law', icon: 'scale' }, entry)
      }
      const first = await store.storage.audit.list({ limit: 3 })
      expect(first.items).toEqual(entries.slice(1).toReversed())
      expect(await store.storage.audit.list({ limit: 3, after: first.next })).toEqual({
        items: [entries[0]],
      })
    })
  })
}
