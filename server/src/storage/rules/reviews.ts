import type { Review } from '../../domain/reviews/review.ts'
import type { Content } from '../port/content.ts'
import type { ReviewCursor, ReviewPage } from '../port/reviews.ts'

export interface Counted {
  readonly rating: number
  readonly count: number
}

/** Reviews that say something come first. */
export function hasText({ text }: Pick<Review, 'text'>): boolean {
  return (text ?? '').trim() !== ''
}

export function placeOfReview(review: Review): ReviewCursor {
  return { hasText: hasText(review), writtenAt: review.writtenAt, id: review.id }
}

/** How many there are of each number of stars, and of all. */
export function countsOf(counted: readonly Counted[]): Pick<ReviewPage, 'stars' | 'total'> {
  const stars: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  for (const { rating, count } of counted) stars[rating - 1] = count
  return { stars, total: stars.reduce((sum, count) => sum + count, 0) }
}

/** Rounded to hundredths, so that every engine stores, sorts and pages by exactly the same number. */
export function ratingOf(counted: readonly Counted[]): { average: number; count: number } {
  const count = counted.reduce((total, each) => total + each.count, 0)
  if (count === 0) return { average: 0, count }
  const sum = counted.reduce((total, each) => total + each.rating * each.count, 0)
  return { average: Math.round((100 * sum) / count) / 100, count }
}

/** The experts of the content with the ratings that its reviews make. */
export function ratedExperts({ experts, reviews }: Content) {
  const starsOf = new Map<string, Counted[]>()
  for (const { expertId, rating, hidden } of reviews) {
    if (hidden) continue
    const stars = starsOf.get(expertId)
    if (stars) stars.push({ rating, count: 1 })
    else starsOf.set(expertId, [{ rating, count: 1 }])
  }
  return experts.map((expert) => ({ ...expert, rating: ratingOf(starsOf.get(expert.id) ?? []) }))
}
