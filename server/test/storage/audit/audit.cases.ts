import type { AuditKind } from '@expertconnect/contract/audit/shapes'
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

    it('tells entries of one kind, with where they came from, until they are forgotten', async () => {
      const { audit } = store.storage
      const from = { device: 'Firefox on Linux', network: 'pseudonym' }
      const signedIn = anEntry({ action: 'signed_in', ...from })
      const refused = anEntry({ action: 'sign_in_refused', at: later(now, 1), ...from })
      for (const entry of [signedIn, refused, anEntry({ at: later(now, 2) })]) {
        await audit.note(entry)
      }
      const of = async (kind: AuditKind) => (await audit.list({ kind, limit: 9 })).items
      expect(await of('sign_in')).toEqual([signedIn])
      expect(await of('refusal')).toEqual([refused])
      expect(await of('administration')).toHaveLength(1)
      expect(await of('account')).toEqual([])
      expect(await audit.forget(later(now, 1))).toBe(1)
      expect(await of('sign_in')).toEqual([])
      expect(await trail()).toHaveLength(2)
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
