import type { ReviewShow } from '@expertconnect/contract/reviews/shapes'
import type { Expert } from '../../../domain/experts/expert.ts'
import type { AuditEntry } from '../../../domain/people/audit.ts'
import { type Review, withoutWriter } from '../../../domain/reviews/review.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { Page, TimePlace } from '../../port/page.ts'
import type {
  AllReviewsAsked,
  RatingAsked,
  ReviewPage,
  ReviewsAsked,
  ReviewStorage,
} from '../../port/reviews.ts'
import { pageOf } from '../../rules/page-of.ts'
import { countsOf, type Counted, hasText, placeOfReview, ratingOf } from '../../rules/reviews.ts'
import type { Audit } from '../audit/audit.ts'
import { isUniqueViolation, type Database, type SqlValue } from '../engine/driver.ts'
import { done, refused, type Outcome, type WriteAndTell } from '../engine/write-queue.ts'

export interface ReviewRow {
  readonly id: string
  readonly expert_id: string
  readonly booking_id: string | null
  readonly version: number
  readonly rating: number
  readonly text: string | null
  readonly author: string
  readonly written_at: Instant
  readonly edited_at: Instant | null
  readonly answer: string | null
  readonly answered_at: Instant | null
  readonly hidden_at: Instant | null
  readonly hidden_by: string | null
  readonly hidden_reason: string | null
  readonly reported_at: Instant | null
  readonly report_reason: string | null
  readonly reports: number | null
}

const columns = [
  'version',
  'rating',
  'text',
  'has_text',
  'author',
  'edited_at',
  'answer',
  'answered_at',
  'hidden_at',
  'hidden_by',
  'hidden_reason',
  'reported_at',
  'report_reason',
  'reports',
]

const fromTheTop = { hasText: 2, writtenAt: 0, id: '' }
const fromNow = { at: Number.MAX_SAFE_INTEGER, id: '' }

export type Reviews = ReturnType<typeof createReviews>

/** The rows of reviews. What is written is part of a transaction of the write queue. */
export function createReviews(db: Database) {
  const marks = columns.map(() => '?').join(', ')
  const pageRows = db.prepare<ReviewRow>(`
    SELECT * FROM review
    WHERE expert_id = ? AND hidden_at IS NULL AND (has_text, written_at, id) < (?, ?, ?)
    ORDER BY has_text DESC, written_at DESC, id DESC LIMIT ?`)
  const byStars = db.prepare<Counted>(`
    SELECT rating, count(*) AS count FROM review WHERE expert_id = ? AND hidden_at IS NULL
    GROUP BY rating`)
  const starsIn = (chosen: string) =>
    db.prepare<Counted>(`
      SELECT rating, count(*) AS count FROM review
      WHERE ${chosen} written_at >= ? AND written_at < ? AND hidden_at IS NULL GROUP BY rating`)
  const starsInAll = starsIn('')
  const starsInExpert = starsIn('expert_id = ? AND')
  const order = '(written_at, id) < (?, ?) ORDER BY written_at DESC, id DESC LIMIT ?'
  const shown: Readonly<Record<ReviewShow, string>> = {
    all: '',
    hidden: 'hidden_at IS NOT NULL AND',
    reported: 'reported_at IS NOT NULL AND',
  }
  const listOf = (show: ReviewShow) => ({
    ofAll: db.prepare<ReviewRow>(`SELECT * FROM review WHERE ${shown[show]} ${order}`),
    ofExpert: db.prepare<ReviewRow>(
      `SELECT * FROM review WHERE expert_id = ? AND ${shown[show]} ${order}`,
    ),
  })
  const lists = { all: listOf('all'), hidden: listOf('hidden'), reported: listOf('reported') }
  const byId = db.prepare<ReviewRow>('SELECT * FROM review WHERE id = ?')
  const byBooking = db.prepare<ReviewRow>('SELECT * FROM review WHERE booking_id = ?')
  const insertRow = db.prepare(`
    INSERT INTO review (id, expert_id, booking_id, written_at, ${columns.join(', ')})
    VALUES (?, ?, ?, ?, ${marks})`)
  const updateRow = db.prepare(
    `UPDATE review SET (${columns.join(', ')}) = (${marks}) WHERE id = ? AND version = ?`,
  )
  const rateExpert = db.prepare(
    'UPDATE expert SET (rating_average, rating_count) = (?, ?) WHERE id = ?',
  )

  function one(row: ReviewRow | undefined): Review | null {
    return row ? reviewOf(row) : null
  }

  return {
    list(expertId: string, { after, limit }: ReviewsAsked): ReviewPage {
      const { hasText: withText, writtenAt, id } = after ?? fromTheTop
      const rows = pageRows.all(expertId, Number(withText), writtenAt, id, limit + 1)
      const page = pageOf(rows.map(reviewOf), limit, placeOfReview)
      return { ...page, ...countsOf(byStars.all(expertId)) }
    },

    listAll({ expertId, show, after, limit }: AllReviewsAsked): Page<Review, TimePlace> {
      const { at, id } = after ?? fromNow
      const { ofAll, ofExpert } = lists[show]
      const rows =
        expertId === undefined
          ? ofAll.all(at, id, limit + 1)
          : ofExpert.all(expertId, at, id, limit + 1)
      return pageOf(rows.map(reviewOf), limit, (last) => ({ at: last.writtenAt, id: last.id }))
    },

    tally({ expertId, from, before }: RatingAsked): Expert['rating'] {
      return ratingOf(
        expertId === undefined
          ? starsInAll.all(from, before)
          : starsInExpert.all(expertId, from, before),
      )
    },

    find: (id: string): Review | null => one(byId.get(id)),
    findOfBooking: (bookingId: string): Review | null => one(byBooking.get(bookingId)),

    /** Throws if its booking has one. */
    insert: (review: Review): void => {
      const { id, expertId, bookingId = null, writtenAt } = review
      insertRow.run(id, expertId, bookingId, writtenAt, ...valuesOf(review))
    },

    /** False if the stored version is not one below. */
    replace: (next: Review): boolean =>
      updateRow.run(...valuesOf(next), next.id, next.version - 1) === 1,

    rate(expertId: string): void {
      const { average, count } = ratingOf(byStars.all(expertId))
      rateExpert.run(average, count, expertId)
    },

    /** Of these bookings, whose customer is being erased. */
    forgetWriters(bookingIds: readonly string[]): void {
      for (const id of bookingIds) {
        const review = one(byBooking.get(id))
        if (review) updateRow.run(...valuesOf(withoutWriter(review)), review.id, review.version)
      }
    },
  }
}

/** `forget`: what is remembered of an expert is out of date. */
export function createReviewStorage(
  reviews: Reviews,
  audit: Audit,
  forget: (expertId: string) => void,
  { write, tell }: WriteAndTell,
): ReviewStorage {
  function rated(expertId: string): Outcome<'done'> {
    reviews.rate(expertId)
    forget(expertId)
    return done('done')
  }

  function insert(review: Review): Outcome<'done' | 'already_there'> {
    try {
      reviews.insert(review)
    } catch (error) {
      if (isUniqueViolation(error)) return refused('already_there')
      throw error
    }
    return rated(review.expertId)
  }

  function change(next: Review, entry: AuditEntry | undefined): Outcome<'done' | 'stale_version'> {
    if (!reviews.replace(next)) return refused('stale_version')
    if (entry) audit.insert(entry)
    return rated(next.expertId)
  }

  async function andTell<A>(expertId: string, work: () => Outcome<A | 'done'>) {
    const answer = await write(work)
    if (answer === 'done') tell((listener) => listener.scheduleChanged?.(expertId))
    return answer
  }

  return {
    list: async (expertId, asked) => reviews.list(expertId, asked),
    listAll: async (asked) => reviews.listAll(asked),
    tally: async (asked) => reviews.tally(asked),
    find: async (id) => reviews.find(id),
    findOfBooking: async (bookingId) => reviews.findOfBooking(bookingId),
    write: (review) => andTell(review.expertId, () => insert(review)),
    change: (next, entry) => andTell(next.expertId, () => change(next, entry)),
  }
}

export function reviewOf(row: ReviewRow): Review {
  return {
    id: row.id,
    expertId: row.expert_id,
    ...(row.booking_id === null ? {} : { bookingId: row.booking_id }),
    version: row.version,
    rating: row.rating,
    ...(row.text === null ? {} : { text: row.text }),
    author: row.author,
    writtenAt: row.written_at,
    ...(row.edited_at === null ? {} : { editedAt: row.edited_at }),
    ...(row.answer === null || row.answered_at === null
      ? {}
      : { answer: { text: row.answer, writtenAt: row.answered_at } }),
    ...(row.hidden_at === null
      ? {}
      : {
          hidden: {
            reason: row.hidden_reason ?? '',
            at: row.hidden_at,
            by: row.hidden_by ?? '',
          },
        }),
    ...(row.reported_at === null
      ? {}
      : {
          report: {
            reason: row.report_reason ?? '',
            at: row.reported_at,
            count: row.reports ?? 1,
          },
        }),
  }
}

/** In the order of `columns`. */
function valuesOf(review: Review): SqlValue[] {
  const { version, rating, text, author, editedAt, answer, hidden, report } = review
  return [
    version,
    rating,
    text ?? null,
    Number(hasText(review)),
    author,
    editedAt ?? null,
    answer?.text ?? null,
    answer?.writtenAt ?? null,
    hidden?.at ?? null,
    hidden?.by ?? null,
    hidden?.reason ?? null,
    report?.at ?? null,
    report?.reason ?? null,
    report?.count ?? null,
  ]
}
