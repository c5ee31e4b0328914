import { instantOf } from '../../../domain/time/instant.ts'
import type { ReviewCursor, ReviewPage, ReviewsAsked, StoredReview } from '../../port/experts.ts'
import { pageOf } from '../../rules/page-of.ts'
import { countsOf, hasText, placeOfReview } from '../../rules/reviews.ts'
import type { ReviewDoc } from '../engine/documents.ts'
import type { Models } from '../engine/models.ts'

export function createReviews({ reviews }: Pick<Models, 'reviews'>) {
  async function list(expertId: string, { after, limit }: ReviewsAsked): Promise<ReviewPage> {
    const [docs, counted] = await Promise.all([
      reviews
        .find(pageFilter(expertId, after))
        .sort({ hasText: -1, writtenAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean<ReviewDoc[]>(),
      reviews.aggregate<{ _id: number; count: number }>([
        { $match: { expertId } },
        { $group: { _id: '$rating', count: { $sum: 1 } } },
      ]),
    ])
    const counts = countsOf(counted.map(({ _id: rating, count }) => ({ rating, count })))
    return { ...pageOf(docs.map(reviewOf), limit, placeOfReview), ...counts }
  }

  return { list }
}

/** Reviews with a text come first, then the newest. */
function pageFilter(expertId: string, after: ReviewCursor | undefined) {
  if (!after) return { expertId }
  const { hasText: withText, id } = after
  const writtenAt = instantOf(after.writtenAt)
  return {
    expertId,
    $or: [
      ...(withText ? [{ hasText: false }] : []),
      { hasText: withText, writtenAt: { $lt: writtenAt } },
      { hasText: withText, writtenAt, _id: { $lt: id } },
    ],
  }
}

export function reviewDocOf(expertId: string, review: StoredReview): ReviewDoc {
  const { id, ...fields } = review
  return { ...fields, _id: id, expertId, hasText: hasText(review) }
}

function reviewOf({ _id: id, rating, text, author, writtenAt }: ReviewDoc): StoredReview {
  return { id, rating, ...(text === undefined ? {} : { text }), author, writtenAt }
}
