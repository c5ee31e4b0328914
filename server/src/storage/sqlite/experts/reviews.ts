import type { Instant } from '../../../domain/time/instant.ts'
import type { ReviewPage, ReviewsAsked, StoredReview } from '../../port/experts.ts'
import { pageOf } from '../../rules/page-of.ts'
import { countsOf, hasText, placeOfReview } from '../../rules/reviews.ts'
import type { Database } from '../engine/driver.ts'

export interface ReviewRow {
  readonly id: string
  readonly rating: number
  readonly text: string | null
  readonly has_text: number
  readonly author: string
  readonly written_at: Instant
}

const fromTheTop = { hasText: 2, writtenAt: 0, id: '' }

export function createReviews(db: Database) {
  const pageRows = db.prepare<ReviewRow>(`
    SELECT id, rating, text, has_text, author, written_at FROM review
    WHERE expert_id = ? AND (has_text, written_at, id) < (?, ?, ?)
    ORDER BY has_text DESC, written_at DESC, id DESC LIMIT ?`)
  const byStars = db.prepare<{ rating: number; count: number }>(
    'SELECT rating, count(*) AS count FROM review WHERE expert_id = ? GROUP BY rating',
  )
  const insertRow = db.prepare(`
    INSERT INTO review (id, expert_id, rating, text, has_text, author, written_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)

  function list(expertId: string, { after, limit }: ReviewsAsked): ReviewPage {
    const { hasText: withText, writtenAt, id } = after ?? fromTheTop
    const rows = pageRows.all(expertId, Number(withText), writtenAt, id, limit + 1)
    const page = pageOf(rows.map(reviewOf), limit, placeOfReview)
    return { ...page, ...countsOf(byStars.all(expertId)) }
  }

  function insert(expertId: string, review: StoredReview): void {
    const { id, rating, text, author, writtenAt } = review
    const withText = Number(hasText(review))
    insertRow.run(id, expertId, rating, text ?? null, withText, author, writtenAt)
  }

  return { list, insert }
}

export function reviewOf({ id, rating, text, author, written_at }: ReviewRow): StoredReview {
  return { id, rating, ...(text === null ? {} : { text }), author, writtenAt: written_at }
}
