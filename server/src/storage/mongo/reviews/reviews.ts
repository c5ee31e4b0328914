import type { ClientSession, Connection } from 'mongoose'
import type { Expert } from '../../../domain/experts/expert.ts'
import type { AuditEntry } from '../../../domain/people/audit.ts'
import { type Review, withoutWriter } from '../../../domain/reviews/review.ts'
import { instantOf } from '../../../domain/time/instant.ts'
import type { Page, TimePlace } from '../../port/page.ts'
import type {
  AllReviewsAsked,
  RatingAsked,
  ReviewCursor,
  ReviewPage,
  ReviewsAsked,
  ReviewStorage,
} from '../../port/reviews.ts'
import { pageOf } from '../../rules/page-of.ts'
import { countsOf, type Counted, hasText, placeOfReview, ratingOf } from '../../rules/reviews.ts'
import type { Audit } from '../audit/audit.ts'
import { earlierThan } from '../engine/behind.ts'
import type { ReviewDoc } from '../engine/documents.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Feed } from '../engine/feed.ts'
import { nameOf } from '../engine/telling.ts'
import type { Models } from '../engine/models.ts'
import { whenTold } from '../engine/when-told.ts'

/** Each change is a transaction with the rating of its expert: of two at once one is done again. */
export function createReviews(
  connection: Connection,
  { reviews, experts }: Pick<Models, 'reviews' | 'experts'>,
  audit: Audit,
  feed: Feed,
): ReviewStorage {
  async function tally({ expertId, from, before }: RatingAsked): Promise<Expert['rating']> {
    const ofExpert = expertId === undefined ? {} : { expertId }
    const writtenAt = { $gte: from, $lt: before }
    return ratingOf(await starsOf({ ...ofExpert, writtenAt }, null))
  }

  async function starsOf(
    chosen: { readonly expertId?: string; readonly writtenAt?: object },
    session: ClientSession | null,
  ): Promise<Counted[]> {
    const counted = await reviews
      .aggregate<{ _id: number; count: number }>([
        { $match: { ...chosen, shown: true } },
        { $group: { _id: '$rating', count: { $sum: 1 } } },
      ])
      .session(session)
    return counted.map(({ _id: rating, count }) => ({ rating, count }))
  }

  /** The mark says whose writing it is, so that whoever wrote it can wait for its telling. */
  async function rate({ id, expertId, version }: Review, session: ClientSession): Promise<void> {
    const rating = ratingOf(await starsOf({ expertId }, session))
    const fields = { rating, ratingRank: 0 - rating.average, ratedBy: nameOf(id, version) }
    await experts.updateOne({ _id: expertId }, { $set: fields }, { session })
  }

  /** Answers whether `work` wrote it. */
  function inOneCommit(
    review: Review,
    work: (session: ClientSession) => Promise<boolean>,
  ): Promise<boolean> {
    return whenTold(feed.expect(review.id, review.version), () =>
      connection.transaction(async (session) => {
        if (!(await work(session))) return false
        await rate(review, session)
        return true
      }),
    )
  }

  async function list(expertId: string, { after, limit }: ReviewsAsked): Promise<ReviewPage> {
    const [docs, counted] = await Promise.all([
      reviews
        .find(pageFilter(expertId, after))
        .sort({ hasText: -1, writtenAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean<ReviewDoc[]>(),
      starsOf({ expertId }, null),
    ])
    return { ...pageOf(docs.map(reviewOf), limit, placeOfReview), ...countsOf(counted) }
  }

  async function listAll(asked: AllReviewsAsked): Promise<Page<Review, TimePlace>> {
    const { expertId, show, after, limit } = asked
    const docs = await reviews
      .find({
        ...(expertId === undefined ? {} : { expertId }),
        ...(show === 'hidden' ? { shown: false } : {}),
        ...(show === 'reported' ? { report: { $exists: true } } : {}),
        ...earlierThan('writtenAt', after),
      })
      .sort({ writtenAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean<ReviewDoc[]>()
    return pageOf(docs.map(reviewOf), limit, (last) => ({ at: last.writtenAt, id: last.id }))
  }

  async function findOne(filter: { _id: string } | { bookingId: string }): Promise<Review | null> {
    const doc = await reviews.findOne(filter).lean<ReviewDoc>()
    return doc && reviewOf(doc)
  }

  async function write(review: Review): Promise<'done' | 'already_there'> {
    try {
      await inOneCommit(review, async (session) => {
        await reviews.create([reviewDocOf(review)], { session })
        return true
      })
      return 'done'
    } catch (error) {
      if (isDuplicate(error)) return 'already_there'
      throw error
    }
  }

  async function change(next: Review, entry?: AuditEntry): Promise<'done' | 'stale_version'> {
    const before = { _id: next.id, version: next.version - 1 }
    const isDone = await inOneCommit(next, async (session) => {
      const options = { runValidators: true, session }
      const { modifiedCount } = await reviews.replaceOne(before, reviewDocOf(next), options)
      if (modifiedCount === 0) return false
      if (entry) await audit.insert(entry, session)
      return true
    })
    return isDone ? 'done' : 'stale_version'
  }

  return {
    list,
    listAll,
    tally,
    find: (id) => findOne({ _id: id }),
    findOfBooking: (bookingId) => findOne({ bookingId }),
    write,
    change,
  }
}

/** Of these bookings, whose customer is being erased. */
export async function forgetWriters(
  { reviews }: Pick<Models, 'reviews'>,
  bookingIds: readonly string[],
  session: ClientSession,
): Promise<void> {
  const docs = await reviews
    .find({ bookingId: { $in: bookingIds } })
    .session(session)
    .lean<ReviewDoc[]>()
  for (const doc of docs) {
    const next = reviewDocOf(withoutWriter(reviewOf(doc)))
    await reviews.replaceOne({ _id: doc._id }, next, { session })
  }
}

/** Reviews with a text come first, then the newest. */
function pageFilter(expertId: string, after: ReviewCursor | undefined) {
  if (!after) return { expertId, shown: true }
  const { hasText: withText, id } = after
  const writtenAt = instantOf(after.writtenAt)
  return {
    expertId,
    shown: true,
    $or: [
      ...(withText ? [{ hasText: false }] : []),
      { hasText: withText, writtenAt: { $lt: writtenAt } },
      { hasText: withText, writtenAt, _id: { $lt: id } },
    ],
  }
}

export function reviewDocOf(review: Review): ReviewDoc {
  const { id, ...fields } = review
  return { ...fields, _id: id, hasText: hasText(review), shown: review.hidden === undefined }
}

export function reviewOf({ _id: id, hasText: _hasText, shown: _shown, ...review }: ReviewDoc) {
  return { id, ...review } satisfies Review
}
