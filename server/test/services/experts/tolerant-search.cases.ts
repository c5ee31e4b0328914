import { describe, expect, it } from 'vitest'
import { createTolerantSearch } from '../../../src/services/experts/tolerant-search.ts'
import { seedContent } from '../../../src/seed/seed-content.ts'
import { anEntry } from '../../storage/experts/profile-fixtures.ts'
import { now } from '../../storage/fixtures.ts'
import { type OpenStore, storePerTest } from '../../storage/store.ts'
import { emptyQueries, typedQueries } from './typed-queries.ts'

export function tolerantSearchCases(open: OpenStore): void {
  describe('what people type', () => {
    const content = { ...seedContent(now, 'USD'), bookings: [], reviews: [] }
    const store = storePerTest(open, () => content)

    function begin() {
      const search = createTolerantSearch({ storage: store.storage, clock: () => now })
      return (typed: string, limit = 60) => search(typed, { sort: 'rating', limit })
    }

    it('finds whom they mean: all of them, and hardly others, in nine of ten cases', async () => {
      const search = begin()
      const wrong: string[] = []
      for (const [query, wanted] of typedQueries) {
        const firstNames = wanted.split(' ')
        const { items } = await search(query)
        const found = items.map(({ slug }) => slug.split('-')[0] ?? '')
        const right = found.filter((name) => firstNames.includes(name))
        const isRight = right.length === firstNames.length && right.length * 2 >= found.length
        if (!isRight) wrong.push(`${query}: ${found.join(' ')} instead of ${wanted}`)
      }
      expect(typedQueries.length).toBeGreaterThanOrEqual(60)
      // Shows which ones they are.
      expect(wrong.length > typedQueries.length * 0.1 ? wrong : []).toEqual([])
    })

    it('finds nobody for signs and for what is like nothing', async () => {
      const search = begin()
      for (const query of emptyQueries) expect(await search(query)).toEqual({ items: [], total: 0 })
      expect((await search('  ')).total).toBe(content.experts.length)
    })

    it('says which words were looked for only where nobody has the typed ones', async () => {
      const search = begin()
      expect((await search('postgres')).meant).toBeUndefined()
      expect((await search('lawyer')).meant).toBeUndefined()
      expect((await search('postgress performnce')).meant).toBe('postgres performance')
      expect((await search('jazz piano berlin')).meant).toBe('jazz piano')
    })

    it('knows at once what an administrator says that people type', async () => {
      const search = begin()
      const { categories } = store.storage
      expect((await search('zorgle')).total).toBe(0)
      const music = { slug: 'music', name: 'Music', icon: 'music' }
      const synonyms = [{ typed: ['zorgle'], found: ['jazz'] }]
      await categories.change({ ...music, synonyms }, anEntry())
      const slugs = (await search('zorgle')).items.map(({ slug }) => slug)
      expect(slugs).toContain((await search('jazz')).items[0]?.slug)
      // Also where it is mistyped.
      expect((await search('zorgel')).meant).toBe('zorgle')
    })

    it('goes on with the next page on the same way', async () => {
      const search = createTolerantSearch({ storage: store.storage, clock: () => now })
      const whole = await search('postgress', { sort: 'price', limit: 10 })
      const first = await search('postgress', { sort: 'price', limit: 1 })
      const second = await search('postgress', { sort: 'price', limit: 1, after: first.next })
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
        whole.items.map(({ id }) => id),
      )
      expect(second).toMatchObject({ total: 2, meant: first.meant })
    })
  })
}
