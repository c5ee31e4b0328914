import { describe, expect, it } from 'vitest'
import { type OpenStore, storePerTest } from '../store.ts'
import { bina } from '../fixtures.ts'
import { aNewExpert, anEntry, anExpert } from './profile-fixtures.ts'

export function categoryCases(open: OpenStore): void {
  describe('categories', () => {
    const store = storePerTest(open)
    const trail = async () => (await store.storage.audit.list({ limit: 100 })).items
    const law = { slug: 'law', name: 'Law', icon: 'scale' }

    it('makes one, once, at the end', async () => {
      const { categories } = store.storage
      const made = await Promise.all(
        [anEntry(), anEntry(), anEntry()].map((entry) => categories.make(law, entry)),
      )
      expect(made.toSorted()).toEqual(['already_there', 'already_there', 'done'])
      const listed = await store.storage.categories.list()
      expect(listed.map(({ slug }) => slug)).toEqual(['engineering', 'music', 'law'])
      expect(listed.at(-1)).toEqual({ ...law, experts: 0 })
      expect(await trail()).toHaveLength(1)
    })

    it('changes one with all who are in it', async () => {
      const { categories } = store.storage
      const named = { slug: 'music', name: 'Sound', icon: 'ear' }
      expect(await categories.change(named, anEntry())).toBe('done')
      expect((await store.storage.categories.list())[1]).toEqual({ ...named, experts: 1 })
      const expert = await store.storage.experts.find(bina)
      expect(expert).toMatchObject({ version: 1, category: { slug: 'music', name: 'Sound' } })
      const found = async (word: string) =>
        (await store.storage.experts.search({ words: [word], sort: 'price', limit: 9 })).items.map(
          ({ id }) => id,
        )
      expect(await found('sound')).toEqual([bina])
      expect(await found('music')).toEqual([])
      expect(await found('singing')).toEqual([bina])
      expect(await categories.change(law, anEntry())).toBe('not_found')
      expect(await trail()).toHaveLength(1)
    })

    it('knows what people type for one, as it begins and as it was changed', async () => {
      const { categories } = store.storage
      const synonymsOf = async (slug: string) =>
        (await categories.listWithSynonyms()).find((each) => each.slug === slug)?.synonyms
      expect((await synonymsOf('music'))?.flatMap(({ typed }) => typed)).toContain('violin')
      const music = { slug: 'music', name: 'Music', icon: 'music' }
      const own = [{ typed: ['tuba', 'horn'], found: ['brass'] }]
      await categories.change({ ...music, synonyms: own }, anEntry())
      expect(await synonymsOf('music')).toEqual(own)
      // Another change leaves them.
      await categories.change({ ...music, name: 'Sound' }, anEntry())
      expect(await synonymsOf('music')).toEqual(own)
      await categories.change({ ...music, synonyms: [] }, anEntry())
      expect(await synonymsOf('music')).toEqual([])
      await categories.make(
        { slug: 'radio', name: 'Radio', icon: 'radio', synonyms: own },
        anEntry(),
      )
      await categories.make({ slug: 'unheard-of', name: 'New', icon: 'radio' }, anEntry())
      expect(await synonymsOf('radio')).toEqual(own)
      expect(await synonymsOf('unheard-of')).toEqual([])
      const listed = await categories.listWithSynonyms()
      expect(listed.map(({ slug }) => slug)).toEqual([
        'engineering',
        'music',
        'radio',
        'unheard-of',
      ])
      expect(listed[2]).toEqual({ slug: 'radio', name: 'Radio', icon: 'radio', synonyms: own })
    })

    it('removes one that nobody is in', async () => {
      const { categories } = store.storage
      await categories.make(law, anEntry())
      expect(await categories.remove('music', anEntry())).toBe('category_in_use')
      expect(await categories.remove('law', anEntry())).toBe('done')
      expect(await categories.remove('law', anEntry())).toBe('not_found')
      expect(await store.storage.categories.list()).toHaveLength(2)
      expect(await trail()).toHaveLength(2)
    })

    it('removes none that somebody comes into at the same time', async () => {
      const { categories, experts } = store.storage
      for (let round = 0; round < 5; round++) {
        await categories.make(law, anEntry())
        const made = aNewExpert({ expert: anExpert({ category: law }) })
        const [removed, created] = await Promise.all([
          categories.remove('law', anEntry()),
          experts.create(made),
        ])
        expect([removed, created.kind]).toEqual(
          created.kind === 'done' ? ['category_in_use', 'done'] : ['done', 'no_category'],
        )
        if (created.kind !== 'done') continue
        const category = { slug: 'music', name: 'Music' }
        await experts.change({ next: { ...created.expert, version: 2, category } })
        await categories.remove('law', anEntry())
      }
    })
  })
}
