import { describe, expect, it } from 'vitest'
import type { Expert } from '../../../src/domain/experts/expert.ts'
import { instantOf } from '../../../src/domain/time/instant.ts'
import { searchWords } from '../../../src/domain/experts/search-words.ts'
import type { Content } from '../../../src/storage/port/content.ts'
import type { DirectorySearch } from '../../../src/storage/port/experts.ts'
import { plainContent } from '../../content.ts'
import { later, now } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const sorts = ['soonest', 'rating', 'price'] as const

type ContentExpert = Content['experts'][number]

const people: readonly (Partial<ContentExpert> & { readonly id: string; readonly name: string })[] =
  [
    { id: 'e-1', name: 'Zoë Łukasz', headline: 'Tax returns', languages: ['en-GB', 'pl'] },
    { id: 'e-2', name: 'Jürgen Straßer', skills: ['C++', 'Systems'], languages: ['de'] },
    { id: 'e-3', name: 'Søren Ibsen', headline: 'Taxonomy of moss', languages: ['da', 'EN'] },
    { id: 'e-4', name: 'Ana María', skills: ['Flamenco guitar'], languages: ['es-MX', 'en-US'] },
    { id: 'e-5', name: '山田 太郎', headline: 'Brush and ink', languages: ['ja'] },
    { id: 'e-6', name: 'O’Brien Niamh', headline: 'Tin whistle', languages: ['ga', 'eng'] },
  ]

function slotAt(minutes: number) {
  return {
    startsAt: later(now, minutes),
    endsAt: later(now, minutes + 1),
    until: later(now, minutes + 1),
  }
}

/** Six experts; prices and next free starts have ties, one has nothing free, two were never reviewed. */
function content(): Content {
  const [plain] = plainContent().experts
  if (!plain) throw new Error('There is no plain expert')
  const { categories } = plainContent()
  const experts = people.map((person, index): ContentExpert => {
    const [slug, name] = index % 2 ? ['music', 'Music'] : ['engineering', 'Engineering']
    return {
      ...plain,
      headline: 'Hello',
      skills: [],
      slug: `slug-${index}`,
      category: { slug, name },
      hourlyRate: 5000 + 1000 * Math.floor(index / 2),
      nextFreeAt: index === 3 ? null : later(now, 60 * (5 - (index % 3))),
      ...person,
    }
  })
  const reviews = [5, 4, 4, 3, 5, 5].map((rating, index) => ({
    id: `review-${index}`,
    expertId: `e-${1 + (index % 4)}`,
    version: 1,
    rating,
    author: 'A.',
    writtenAt: instantOf(index),
  }))
  return { categories, experts, reviews, bookings: [], people: [] }
}

export function directoryCases(open: OpenStore): void {
  describe('directory', () => {
    const store = storePerTest(open, content)
    const search = (fields: Partial<DirectorySearch> = {}) =>
      store.storage.experts.search({ words: [], sort: 'price', limit: 24, ...fields })
    const idsOf = async (fields: Partial<DirectorySearch>) =>
      (await search(fields)).items.map(({ id }) => id)
    const found = async (query: string) => (await idsOf({ words: searchWords(query) })).toSorted()

    it('gives whole experts, with their rating', async () => {
      const [first] = (await search({ limit: 1 })).items
      const rating = { average: 5, count: 2 }
      expect(first).toEqual({ ...content().experts[0], rating })
      expect(await store.storage.experts.find('e-1')).toEqual(first)
      expect(await store.storage.experts.findBySlug('slug-0')).toEqual(first)
      expect(await store.storage.experts.find('e-9')).toBeNull()
      expect(await store.storage.experts.findBySlug('e-1')).toBeNull()
    })

    it('finds by the beginning of every word, whatever its case and accents', async () => {
      expect(await found('ZOE')).toEqual(['e-1'])
      expect(await found('luk')).toEqual(['e-1'])
      expect(await found('strasser jur')).toEqual(['e-2'])
      expect(await found('tax')).toEqual(['e-1', 'e-3'])
      expect(await found('tax mos')).toEqual(['e-3'])
      expect(await found('sor')).toEqual(['e-3'])
      expect(await found('山田')).toEqual(['e-5'])
      expect(await found('brien')).toEqual(['e-6'])
      expect(await found('músic')).toEqual(['e-2', 'e-4', 'e-6'])
      expect(await found('guitar music maria')).toEqual(['e-4'])
      expect(await found('uitar')).toEqual([])
      expect(await found('tax guitar')).toEqual([])
    })

    it('filters by category, language and price, alone and together', async () => {
      expect((await idsOf({ category: 'music' })).toSorted()).toEqual(['e-2', 'e-4', 'e-6'])
      expect(await idsOf({ category: 'cooking' })).toEqual([])
      expect((await idsOf({ language: 'en' })).toSorted()).toEqual(['e-1', 'e-3', 'e-4'])
      expect(await idsOf({ language: 'ES' })).toEqual(['e-4'])
      expect((await idsOf({ maxPrice: 6000 })).toSorted()).toEqual(['e-1', 'e-2', 'e-3', 'e-4'])
      const all = { words: ['ta'], category: 'engineering', language: 'en', maxPrice: 5000 }
      expect(await idsOf(all)).toEqual(['e-1'])
    })

    it('sorts by next free start, rating and price, ties by id', async () => {
      expect(await idsOf({ sort: 'soonest' })).toEqual(['e-3', 'e-6', 'e-2', 'e-5', 'e-1', 'e-4'])
      expect(await idsOf({ sort: 'rating' })).toEqual(['e-1', 'e-2', 'e-3', 'e-4', 'e-5', 'e-6'])
      expect(await idsOf({ sort: 'price' })).toEqual(['e-1', 'e-2', 'e-3', 'e-4', 'e-5', 'e-6'])
    })

    it('pages through everyone once in each order, with the whole count on each page', async () => {
      for (const sort of sorts) {
        const whole = await idsOf({ sort })
        for (const limit of [1, 2, 4, 6]) {
          const seen: string[] = []
          let page = await search({ sort, limit })
          for (;;) {
            seen.push(...page.items.map(({ id }) => id))
            expect(page.total).toBe(6)
            if (!page.next) break
            page = await search({ sort, limit, after: page.next })
          }
          expect(seen).toEqual(whole)
        }
      }
    })

    it('counts what matches, not what is shown', async () => {
      expect(await search({ words: ['hel'], limit: 1 })).toMatchObject({ total: 2 })
      expect(await search({ words: ['nothing'] })).toEqual({ items: [], total: 0 })
    })

    it('keeps the place in a list whose order changes meanwhile', async () => {
      const first = await search({ sort: 'soonest', limit: 3 })
      expect(first.items.map(({ id }) => id)).toEqual(['e-3', 'e-6', 'e-2'])
      const due = await store.storage.experts.listDue(now, 100)
      const times = due.flatMap((each) => {
        const minutes = { 'e-2': 1, 'e-6': 2000, 'e-4': 1000 }[each.expertId]
        const refreshAt = later(now, 60)
        return minutes ? [{ ...each, slot: slotAt(minutes), refreshAt }] : []
      })
      await store.storage.experts.storeNextFree(times)
      const rest = await idsOf({ sort: 'soonest', after: first.next })
      expect(rest).toEqual(['e-5', 'e-1', 'e-4', 'e-6'])
      expect(await idsOf({ sort: 'soonest', limit: 2 })).toEqual(['e-2', 'e-3'])
    })

    it('lists categories as they were given, with their number of experts', async () => {
      expect(await store.storage.categories.list()).toEqual([
        { slug: 'engineering', name: 'Engineering', icon: 'code-xml', experts: 3 },
        { slug: 'music', name: 'Music', icon: 'music', experts: 3 },
      ])
    })
  })

  describe('a larger directory', () => {
    const size = 700
    const store = storePerTest(open, () => {
      const { experts, ...rest } = content()
      const many = Array.from({ length: size }, (_, index): ContentExpert[] => {
        const model = experts[index % experts.length]
        if (!model) return []
        const id = `many-${String((index * 379) % size).padStart(4, '0')}`
        const nextFreeAt = index % 10 ? later(now, (index * 7919) % 500) : null
        const hourlyRate = 1000 * ((index * 31) % 13)
        const headline = hourlyRate >= 7000 ? 'Costly' : 'Cheap'
        const name = `Name${index % 3} Xu`
        return [{ ...model, id, slug: id, nextFreeAt, hourlyRate, headline, name }]
      })
      return { ...rest, experts: many.flat(), reviews: [] }
    })

    // Many matches and few take different ways through SQLite; both must agree with a plain sort.
    it.each([
      ['everyone', {}],
      ['most of them', { words: ['xu'], maxPrice: 11_000 }],
      ['a third', { words: ['name1'] }],
      ['those at the end of one order', { words: ['costly'] }],
      ['a few', { words: ['name2', 'x'], category: 'music', maxPrice: 2000 }],
    ] satisfies [string, Partial<DirectorySearch>][])('pages through %s', async (_, filters) => {
      for (const sort of sorts) {
        const limit = 50
        const seen: Expert[] = []
        let page = await store.storage.experts.search({ words: [], sort, limit, ...filters })
        for (;;) {
          seen.push(...page.items)
          if (!page.next) break
          const after = page.next
          page = await store.storage.experts.search({ words: [], sort, limit, after, ...filters })
        }
        const value = (expert: Expert) =>
          sort === 'price' ? expert.hourlyRate : sort === 'rating' ? 0 : expert.nextFreeAt
        const sorted = seen.toSorted(
          (a, b) => (value(a) ?? Infinity) - (value(b) ?? Infinity) || (a.id < b.id ? -1 : 1),
        )
        expect(seen.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id))
        expect(new Set(seen.map(({ id }) => id)).size).toBe(page.total)
      }
    })
  })
}
