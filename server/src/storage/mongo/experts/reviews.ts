import { instantOf } from '../../../domain/time/instant.ts'
import type { ReviewCursor, ReviewPage, StoredReview } from '../../port/storage.ts'
import type { ReviewDoc } from '../engine/documents.ts'
import type { Models } from '../engine/models.ts'

export function createReviews({ reviews }: Pick<Models, 'reviews'>) {
  async function list(
    expertId: string,
    page: { readonly after?: ReviewCursor | undefined; readonly limit: number },
  ): Promise<ReviewPage> {
    const [docs, counted] = await Promise.all([
      reviews
        .find(pageFilter(expertId, page.after))
        .sort({ hasText: -1, writtenAt: -1, _id: -1 })
        .limit(page.limit + 1)
        .lean<ReviewDoc[]>(),
      reviews.aggregate<{ _id: number; count: number }>([
        { $match: { expertId } },
        { $group: { _id: '$rating', count: { $sum: 1 } } },
      ]),
    ])
    const shown = docs.slice(0, page.limit)
    const last = shown.at(-1)
    const stars: [number, number, number, number, number] = [0, 0, 0, 0, 0]
    for (const { _id: rating, count } of counted) stars[rating - 1] = count
    return {
      reviews: shown.map(reviewOf),
      total: stars.reduce((sum, count) => sum + count, 0),
      stars,
      ...(last && docs.length > page.limit ? { next: cursorOf(last) } : {}),
    }
  }

  return { list }
}

/** Reviews with a text come first, then the newest. */
function pageFilter(expertId: string, after: ReviewCursor | undefined) {
  if (!after) return { expertId }
  const { hasText, id } = after
  const writtenAt = instantOf(after.writtenAt)
  return {
    expertId,
    $or: [
      ...(hasText ? [{ hasText: false }] : []),
      { hasText, writtenAt: { $lt: writtenAt } },
      { hasText, writtenAt, _id: { $lt: id } },
    ],
  }
}

export function reviewDocOf(expertId: string, { id, ...review }: StoredReview): ReviewDoc {
  return { ...review, _id: id, expertId, hasText: (review.text ?? '').trim() !== '' }
}

function reviewOf({ _id: id, rating, text, author, writtenAt }: ReviewDoc): StoredReview {
  return { id, rating, ...(text === undefined ? {} : { text }), author, writtenAt }
}

function cursorOf({ _id: id, hasText, writtenAt }: ReviewDoc): ReviewCursor {
  return { hasText, writtenAt, id }
}
