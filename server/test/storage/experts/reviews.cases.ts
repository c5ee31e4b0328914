import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../src/domain/time/instant.ts'
import type { Content } from '../../../src/storage/port/content.ts'
import type { StoredReview } from '../../../src/storage/port/experts.ts'
import { plainContent } from '../../content.ts'
import { ada, bina } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

/** Twelve of Ada, every third without a text, four of them written in one moment; none of Bina. */
function content(): Content {
  const reviews = Array.from({ length: 12 }, (_, index) => ({
    id: `review-${String(index).padStart(2, '0')}`,
    expertId: ada,
    rating: 1 + (index % 5),
    ...(index % 3 ? { text: `Text ${index}\nwith 😀 lines` } : index % 2 ? { text: ' ' } : {}),
    author: 'Ø.',
    writtenAt: instantOf(1000 * Math.min(index, 8)),
  }))
  return { ...plainContent(), reviews }
}

function ofAda(): StoredReview[] {
  return content().reviews.map(({ expertId: _expertId, ...review }) => review)
}

export function reviewCases(open: OpenStore): void {
  describe('reviews', () => {
    const store = storePerTest(open, content)

    it('lists those with a text first, then the newest', async () => {
      const {
        items: reviews,
        total,
        next,
      } = await store.storage.experts.listReviews(ada, { limit: 50 })
      expect(total).toBe(12)
      expect(next).toBeUndefined()
      const rank = ({ text, writtenAt }: StoredReview) => [text?.trim() ? 1 : 0, writtenAt] as const
      for (const [index, review] of reviews.slice(1).entries()) {
        const [before, after] = [rank(reviews[index] ?? review), rank(review)]
        expect(before[0] > after[0] || (before[0] === after[0] && before[1] >= after[1])).toBe(true)
      }
      expect(reviews.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(ofAda())
    })

    it('pages through all of them once', async () => {
      const whole = (await store.storage.experts.listReviews(ada, { limit: 50 })).items
      for (const limit of [1, 3, 4, 12]) {
        const seen: StoredReview[] = []
        let page = await store.storage.experts.listReviews(ada, { limit })
        for (;;) {
          seen.push(...page.items)
          if (!page.next) break
          page = await store.storage.experts.listReviews(ada, { limit, after: page.next })
        }
        expect(seen).toEqual(whole)
      }
    })

    it('counts the stars, on every page', async () => {
      const first = await store.storage.experts.listReviews(ada, { limit: 2 })
      const second = await store.storage.experts.listReviews(ada, { limit: 2, after: first.next })
      for (const { stars, total } of [first, second]) {
        expect(stars).toEqual([3, 3, 2, 2, 2])
        expect(total).toBe(12)
      }
      const none = { items: [], total: 0, stars: [0, 0, 0, 0, 0] }
      expect(await store.storage.experts.listReviews(bina, { limit: 5 })).toEqual(none)
    })

    it('makes the rating of the expert', async () => {
      const ratings = [
        await store.storage.experts.find(ada),
        await store.storage.experts.find(bina),
      ]
      expect(ratings.map((expert) => expert?.rating)).toEqual([
        { average: 2.75, count: 12 },
        { average: 0, count: 0 },
      ])
    })
  })
}
