import { describe, expect, it } from 'vitest'
import type { Content } from '../../../src/storage/port/content.ts'
import { ada, bina, emptyContent } from '../fixtures.ts'
import { aPerson } from '../people/people-fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'
import { aNewExpert, anExpert } from './profile-fixtures.ts'

const expertAda = aPerson({ email: 'Ada@example.org', expertId: ada })
const expertBina = aPerson({ email: 'bina@example.org', expertId: bina })

function content(): Content {
  return { ...emptyContent(), people: [expertAda, expertBina] }
}

export function expertListCases(open: OpenStore): void {
  describe('experts, whoever is listed', () => {
    const store = storePerTest(open, content)

    it('lists experts by slug, whoever is listed, by words and by address', async () => {
      const { experts } = store.storage
      const made = aNewExpert({ expert: anExpert({ slug: 'b-new', name: 'Mary Somerville' }) })
      await experts.create(made)
      const slugs = async (asked: Partial<Parameters<typeof experts.list>[0]>) => {
        const { items } = await experts.list({ show: 'all', limit: 10, ...asked })
        return items.map(({ expert }) => expert.slug)
      }
      const all = ['ada-lovelace', 'b-new', 'bina-gurung']
      expect(await slugs({})).toEqual(all)
      expect(await slugs({ show: 'unlisted' })).toEqual(['b-new'])
      expect(await slugs({ show: 'listed' })).toEqual(['ada-lovelace', 'bina-gurung'])
      expect(await slugs({ words: ['mary', 'somer'] })).toEqual(['b-new'])
      expect(await slugs({ email: 'BINA@' })).toEqual(['bina-gurung'])
      expect(await slugs({ email: 'bina@', show: 'unlisted' })).toEqual([])
      const first = await experts.list({ show: 'all', limit: 2 })
      expect(first.next).toBe('b-new')
      expect(first.items[0]).toEqual({
        expert: await store.storage.experts.find(ada),
        email: 'Ada@example.org',
      })
      expect(await slugs({ after: first.next })).toEqual(['bina-gurung'])
      expect(await experts.emailOf(bina)).toBe('bina@example.org')
      expect(await experts.emailOf('expert-unknown')).toBeNull()
    })
  })
}
