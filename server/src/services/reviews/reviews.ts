import type {
  BookingReview,
  DeskReviewsQuery,
  PartyReview,
  ReviewChange,
  ReviewInput,
  Reviews,
  ReviewsQuery,
} from '@expertconnect/contract/reviews/shapes'
import type { Actor } from '../../base/actor.ts'
import {
  faultyCursor,
  readCursor,
  readTimePlace,
  writeCursor,
  writeTimePlace,
} from '../../base/cursors.ts'
import { demandExpert } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import type { BookingRecord } from '../../domain/bookings/booking.ts'
import { statusOf } from '../../domain/bookings/policy.ts'
import { editableUntil, type Review } from '../../domain/reviews/review.ts'
import type { ReviewCursor } from '../../storage/port/reviews.ts'
import { findVisible } from '../bookings/bookings.ts'
import { demandListed } from '../experts/find.ts'
import { presentPartyReview, presentReview } from './present.ts'

const perPage = 50

/** What customers say of sessions that took place, and what experts say to it. */
export function createReviews(deps: Deps) {
  const { storage, clock, newId } = deps

  /** Its customer's alone: nobody else writes about a session. */
  async function demandCustomer(actor: Actor, id: string): Promise<BookingRecord> {
    const { record, parties } = await findVisible(deps, actor, id)
    if (!parties.includes('customer')) throw new Refused('forbidden')
    return record
  }

  const isOver = (record: BookingRecord) => statusOf(record, clock()) === 'completed'
  const isEditable = (review: Review) => !review.hidden && clock() <= editableUntil(review)

  async function stored(id: string): Promise<Review> {
    const review = await storage.reviews.findOfBooking(id)
    if (!review) throw new Refused('not_found')
    return review
  }

  return {
    /** As everybody reads them. */
    async list(slug: string, query: ReviewsQuery): Promise<Reviews> {
      const expert = demandListed(await storage.experts.findBySlug(slug))
      const after = query.cursor === undefined ? undefined : readReviewCursor(query.cursor)
      const asked = { after, limit: query.limit }
      const { items, total, stars, next } = await storage.reviews.list(expert.id, asked)
      return {
        items: items.map(presentReview),
        total,
        stars: { 1: stars[0], 2: stars[1], 3: stars[2], 4: stars[3], 5: stars[4] },
        ...(next ? { nextCursor: writeCursor([next.hasText, next.writtenAt, next.id]) } : {}),
      }
    },

    async ofBooking(actor: Actor, id: string): Promise<BookingReview> {
      const { record, parties } = await findVisible(deps, actor, id)
      const review = await storage.reviews.findOfBooking(id)
      const isCustomer = parties.includes('customer')
      if (!review) return { allowedActions: isCustomer && isOver(record) ? ['write'] : [] }
      return {
        review: presentPartyReview(review),
        allowedActions: isCustomer && isEditable(review) ? ['change'] : [],
      }
    },

    async write(actor: Actor, id: string, input: ReviewInput): Promise<PartyReview> {
      const record = await demandCustomer(actor, id)
      if (!isOver(record)) throw new Refused('not_completed')
      const { rating, text, author } = input
      const review = {
        id: newId(),
        expertId: record.expertId,
        bookingId: id,
        version: 1,
        rating,
        ...(text ? { text } : {}),
        author,
        writtenAt: clock(),
      }
      if ((await storage.reviews.write(review)) === 'done') return presentPartyReview(review)
      const standing = await stored(id)
      // Sent once more, because the first answer was lost.
      if (isSame(standing, review)) return presentPartyReview(standing)
      throw new Refused('already_there', { detail: 'You have already reviewed this session.' })
    },

    async change(actor: Actor, id: string, change: ReviewChange): Promise<PartyReview> {
      await demandCustomer(actor, id)
      const before = await stored(id)
      if (!isEditable(before)) throw settled(before)
      const { rating, text, author, version } = change
      const { text: _text, ...kept } = before
      const next = {
        ...kept,
        version: version + 1,
        rating,
        ...(text ? { text } : {}),
        author,
        editedAt: clock(),
      }
      if (before.version === version) {
        if (isSame(before, next)) return presentPartyReview(before)
        if ((await storage.reviews.change(next)) === 'done') return presentPartyReview(next)
      }
      const now = await stored(id)
      if (isSame(now, next)) return presentPartyReview(now)
      throw new Refused('stale_version')
    },

    /** All of the expert's own. */
    async listOwn(actor: Actor, { cursor, limit = perPage }: DeskReviewsQuery) {
      const { expertId } = demandExpert(actor)
      const after = readTimePlace(cursor)
      const { items, next } = await storage.reviews.listAll({
        expertId,
        show: 'all',
        after,
        limit,
      })
      return {
        items: items.map(presentPartyReview),
        ...(next ? { nextCursor: writeTimePlace(next) } : {}),
      }
    },

    async answer(actor: Actor, id: string, text: string): Promise<PartyReview> {
      const { expertId } = demandExpert(actor)
      for (;;) {
        const review = await storage.reviews.find(id)
        if (review?.expertId !== expertId) throw new Refused('not_found')
        if (review.answer?.text === text) return presentPartyReview(review)
        if (review.answer) {
          throw new Refused('already_there', { detail: 'You have already answered this review.' })
        }
        const answer = { text, writtenAt: clock() }
        const next = { ...review, version: review.version + 1, answer }
        // Its writer may be changing it in this moment.
        if ((await storage.reviews.change(next)) === 'done') return presentPartyReview(next)
      }
    },
  }
}

function isSame(one: Review, other: Review): boolean {
  return one.rating === other.rating && one.text === other.text && one.author === other.author
}

function settled({ hidden }: Review): Refused {
  return new Refused('review_settled', {
    detail: hidden
      ? 'An administrator has taken it off the page.'
      : 'A review can be changed for 14 days.',
  })
}

function readReviewCursor(cursor: string): ReviewCursor {
  const [hasText, writtenAt, id] = readCursor(cursor)
  const known = typeof hasText === 'boolean' && typeof writtenAt === 'number'
  if (known && typeof id === 'string') return { hasText, writtenAt, id }
  throw faultyCursor()
}
