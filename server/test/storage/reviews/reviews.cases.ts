import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../src/domain/time/instant.ts'
import type { Content } from '../../../src/storage/port/content.ts'
import type { Review } from '../../../src/domain/reviews/review.ts'
import { plainContent } from '../../content.ts'
import { anEntry } from '../experts/profile-fixtures.ts'
import { ada, bina, fresh, later, now } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

/** Twelve of Ada, every third without a text, four of them written in one moment; none of Bina. */
function content(): Content {
  const reviews = Array.from({ length: 12 }, (_, index) => ({
    id: `review-${String(index).padStart(2, '0')}`,
    expertId: ada,
    version: 1,
    rating: 1 + (index % 5),
    ...(index % 3 ? { text: `Text ${index}\nwith 😀 lines` } : index % 2 ? { text: ' ' } : {}),
    author: 'Ø.',
    writtenAt: instantOf(1000 * Math.min(index, 8)),
  }))
  return { ...plainContent(), reviews }
}

export function reviewCases(open: OpenStore): void {
  describe('reviews', () => {
    const store = storePerTest(open, content)

    it('lists those with a text first, then the newest', async () => {
      const { items: reviews, total, next } = await store.storage.reviews.list(ada, { limit: 50 })
      expect(total).toBe(12)
      expect(next).toBeUndefined()
      const rank = ({ text, writtenAt }: Review) => [text?.trim() ? 1 : 0, writtenAt] as const
      for (const [index, review] of reviews.slice(1).entries()) {
        const [before, after] = [rank(reviews[index] ?? review), rank(review)]
        expect(before[0] > after[0] || (before[0] === after[0] && before[1] >= after[1])).toBe(true)
      }
      expect(reviews.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(content().reviews)
    })

    it('pages through all of them once', async () => {
      const whole = (await store.storage.reviews.list(ada, { limit: 50 })).items
      for (const limit of [1, 3, 4, 12]) {
        const seen: Review[] = []
        let page = await store.storage.reviews.list(ada, { limit })
        for (;;) {
          seen.push(...page.items)
          if (!page.next) break
          page = await store.storage.reviews.list(ada, { limit, after: page.next })
        }
        expect(seen).toEqual(whole)
      }
    })

    it('counts the stars, on every page', async () => {
      const first = await store.storage.reviews.list(ada, { limit: 2 })
      const second = await store.storage.reviews.list(ada, { limit: 2, after: first.next })
      for (const { stars, total } of [first, second]) {
        expect(stars).toEqual([3, 3, 2, 2, 2])
        expect(total).toBe(12)
      }
      const none = { items: [], total: 0, stars: [0, 0, 0, 0, 0] }
      expect(await store.storage.reviews.list(bina, { limit: 5 })).toEqual(none)
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

  describe('a review of a session', () => {
    const store = storePerTest(open, content)
    const rating = async () => (await store.storage.experts.find(ada))?.rating
    const heardOf = () => {
      const told: string[] = []
      store.storage.listen({ scheduleChanged: (expertId) => told.push(expertId) })
      return told
    }
    const aReview = (fields: Partial<Review> = {}): Review => ({
      id: fresh('review'),
      expertId: ada,
      bookingId: fresh('booking'),
      version: 1,
      rating: 5,
      text: 'It works now.',
      author: 'Grace',
      writtenAt: now,
      ...fields,
    })

    it('is one for each booking, however many come at once, and counts in the same commit', async () => {
      const { reviews } = store.storage
      const told = heardOf()
      const first = aReview()
      const same = Array.from({ length: 4 }, () => aReview({ bookingId: first.bookingId }))
      const written = await Promise.all([first, ...same].map((each) => reviews.write(each)))
      expect(written.filter((each) => each === 'done')).toHaveLength(1)
      expect(written.filter((each) => each === 'already_there')).toHaveLength(4)
      expect(await rating()).toEqual({ average: 2.92, count: 13 })
      const stored = await reviews.findOfBooking(first.bookingId ?? '')
      expect(stored && (await reviews.find(stored.id))).toEqual(stored)
      expect(await reviews.findOfBooking('booking-unknown')).toBeNull()
      expect(told).toEqual([ada])
    })

    it('counts each of many that are written side by side', async () => {
      const written = Array.from({ length: 8 }, () => store.storage.reviews.write(aReview()))
      expect(await Promise.all(written)).toEqual(Array.from({ length: 8 }, () => 'done'))
      expect(await rating()).toEqual({ average: 3.65, count: 20 })
    })

    it('changes by whoever saw it last, with its entry in the log, and the stars with it', async () => {
      const { reviews, audit } = store.storage
      const review = aReview()
      await reviews.write(review)
      const told = heardOf()
      const { text: _text, ...rest } = review
      const next: Review = {
        ...rest,
        version: 2,
        rating: 1,
        editedAt: later(now, 5),
        answer: { text: 'Thank you', writtenAt: later(now, 6) },
        report: { reason: 'Rude', at: later(now, 7), count: 3 },
      }
      const late = { ...review, version: 2, rating: 3 }
      const outcomes = await Promise.all([
        reviews.change(next, anEntry()),
        reviews.change(late, anEntry()),
      ])
      expect(outcomes.toSorted()).toEqual(['done', 'stale_version'])
      expect((await audit.list({ limit: 9 })).items).toHaveLength(1)
      expect(told).toEqual([ada])
      expect(await reviews.find(review.id)).toEqual(outcomes[0] === 'done' ? next : late)
      const again = { ...next, version: 3 }
      expect(await reviews.change(again)).toBe('done')
      expect(await reviews.find(review.id)).toEqual(again)
      expect(await rating()).toEqual({ average: 2.62, count: 13 })
      expect(await reviews.change({ ...again, id: 'review-unknown' })).toBe('stale_version')
    })

    it('is in no list and no count while it is hidden, but in those of its expert and of administrators', async () => {
      const { reviews } = store.storage
      const review = aReview({ writtenAt: later(now, 1) })
      await reviews.write(review)
      const hidden = { reason: 'Names a third person', at: now, by: 'admin@example.org' }
      await reviews.change({ ...review, version: 2, hidden }, anEntry())
      expect(await rating()).toEqual({ average: 2.75, count: 12 })
      const shown = await reviews.list(ada, { limit: 50 })
      expect(shown.total).toBe(12)
      expect(shown.items.map(({ id }) => id)).not.toContain(review.id)
      const all = await reviews.listAll({ expertId: ada, show: 'all', limit: 50 })
      expect(all.items).toHaveLength(13)
      expect(all.items[0]).toEqual({ ...review, version: 2, hidden })
      const ofAll = await reviews.listAll({ show: 'hidden', limit: 50 })
      expect(ofAll.items.map(({ id }) => id)).toEqual([review.id])
      expect((await reviews.listAll({ expertId: bina, show: 'all', limit: 9 })).items).toEqual([])
      await reviews.change({ ...review, version: 3 }, anEntry())
      expect(await rating()).toEqual({ average: 2.92, count: 13 })
      expect((await reviews.listAll({ show: 'hidden', limit: 50 })).items).toEqual([])
    })

    it('counts in the numbers of the time that it was written in, while it is shown', async () => {
      const { reviews } = store.storage
      const writtenAt = (minutes: number) => ({ writtenAt: later(now, minutes) })
      await reviews.write(aReview({ ...writtenAt(0), rating: 5 }))
      await reviews.write(aReview({ ...writtenAt(59), rating: 2 }))
      await reviews.write(aReview({ ...writtenAt(60), rating: 1 }))
      await reviews.write(aReview({ ...writtenAt(30), rating: 4, expertId: bina }))
      const hidden = { reason: 'Rude', at: now, by: 'admin@example.org' }
      await reviews.write(aReview({ ...writtenAt(30), rating: 1, hidden }))
      const span = { from: now, before: later(now, 60) }
      expect(await reviews.tally({ ...span, expertId: ada })).toEqual({ average: 3.5, count: 2 })
      expect(await reviews.tally(span)).toEqual({ average: 3.67, count: 3 })
      const none = { from: later(now, 61), before: later(now, 90) }
      expect(await reviews.tally(none)).toEqual({ average: 0, count: 0 })
    })

    it('is listed as reported until that is looked at, page after page', async () => {
      const { reviews } = store.storage
      const report = { reason: 'An advertisement', at: now, count: 1 }
      const reported = [0, 1, 1, 2].map((minutes) =>
        aReview({ report, writtenAt: later(now, minutes) }),
      )
      for (const each of [...reported, aReview()]) await reviews.write(each)
      const [one, two, three, four] = reported.map(({ id }) => id)
      const first = await reviews.listAll({ show: 'reported', limit: 3 })
      expect(first.items.map(({ id }) => id)).toEqual([four, three, two])
      const rest = await reviews.listAll({ show: 'reported', limit: 3, after: first.next })
      expect(rest.items.map(({ id }) => id)).toEqual([one])
    })
  })
}
