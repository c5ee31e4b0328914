import type { Content } from '../port/content.ts'
import type { ReviewCursor, ReviewPage, StoredReview } from '../port/experts.ts'

/** Reviews that say something come first. */
export function hasText({ text }: StoredReview): boolean {
  return (text ?? '').trim() !== ''
}

export function placeOfReview(review: StoredReview): ReviewCursor {
  return { hasText: hasText(review), writtenAt: review.writtenAt, id: review.id }
}

/** How many there are of each number of stars, and of all. */
export function countsOf(
  counted: readonly { readonly rating: number; readonly count: number }[],
): Pick<ReviewPage, 'stars' | 'total'> {
  const stars: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  for (const { rating, count } of counted) stars[rating - 1] = count
  return { stars, total: stars.reduce((sum, count) => sum + count, 0) }
}

/** The experts of the content with the ratings that its reviews make. */
export function ratedExperts({ experts, reviews }: Content) {
  const starsOf = new Map<string, number[]>()
  for (const { expertId, rating } of reviews) {
    const stars = starsOf.get(expertId)
    if (stars) stars.push(rating)
    else starsOf.set(expertId, [rating])
  }
  return experts.map((expert) => ({ ...expert, rating: ratingOf(starsOf.get(expert.id) ?? []) }))
}

/** Rounded to hundredths, so that every engine stores, sorts and pages by exactly the same number. */
function ratingOf(stars: readonly number[]): { average: number; count: number } {
  const count = stars.length
  if (count === 0) return { average: 0, count }
  const sum = stars.reduce((total, each) => total + each, 0)
  return { average: Math.round((100 * sum) / count) / 100, count }
}
