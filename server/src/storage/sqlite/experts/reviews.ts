import type { Instant } from '../../../domain/time/instant.ts'
import type { ReviewCursor, ReviewPage, StoredReview } from '../../port/storage.ts'
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
  const pageOf = db.prepare<ReviewRow>(`
    SELECT id, rating, text, has_text, author, written_at FROM review
    WHERE expert_id = ? AND (has_text, written_at, id) < (?, ?, ?)
    ORDER BY has_text DESC, written_at DESC, id DESC LIMIT ?`)
  const byStars = db.prepare<{ rating: number; count: number }>(
    'SELECT rating, count(*) AS count FROM review WHERE expert_id = ? GROUP BY rating',
  )
  const insertRow = db.prepare(`
    INSERT INTO review (id, expert_id, rating, text, has_text, author, written_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)

  function list(
    expertId: string,
    page: { readonly after?: ReviewCursor | undefined; readonly limit: number },
  ): ReviewPage {
    const { hasText, writtenAt, id } = page.after ?? fromTheTop
    const rows = pageOf.all(expertId, Number(hasText), writtenAt, id, page.limit + 1)
    const shown = rows.slice(0, page.limit)
    const last = shown.at(-1)
    const stars: [number, number, number, number, number] = [0, 0, 0, 0, 0]
    for (const { rating, count } of byStars.all(expertId)) stars[rating - 1] = count
    return {
      reviews: shown.map(reviewOf),
      total: stars.reduce((sum, count) => sum + count, 0),
      stars,
      ...(last && rows.length > page.limit ? { next: cursorOf(last) } : {}),
    }
  }

  function insert(expertId: string, review: StoredReview): void {
    const { id, rating, text, author, writtenAt } = review
    const hasText = (text ?? '').trim() === '' ? 0 : 1
    insertRow.run(id, expertId, rating, text ?? null, hasText, author, writtenAt)
  }

  return { list, insert }
}

export function reviewOf({ id, rating, text, author, written_at }: ReviewRow): StoredReview {
  return { id, rating, ...(text === null ? {} : { text }), author, writtenAt: written_at }
}

function cursorOf({ id, has_text, written_at }: ReviewRow): ReviewCursor {
  return { hasText: has_text === 1, writtenAt: written_at, id }
}
