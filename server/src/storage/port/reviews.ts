import type { ReviewShow } from '@expertconnect/contract/reviews/shapes'
import type { AuditEntry } from '../../domain/people/audit.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import type { Review } from '../../domain/reviews/review.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Page, TimePlace } from './page.ts'

/** Reviews with a text come first, then the newest: both are in the cursor. */
export interface ReviewCursor {
  readonly hasText: boolean
  readonly writtenAt: number
  readonly id: string
}

export interface ReviewsAsked {
  readonly after?: ReviewCursor | undefined
  readonly limit: number
}

export interface ReviewPage extends Page<Review, ReviewCursor> {
  readonly total: number
  /** Counts of one to five stars, in that order. */
  readonly stars: readonly [number, number, number, number, number]
}

export interface AllReviewsAsked {
  /** Left out: of all experts. */
  readonly expertId?: string | undefined
  readonly show: ReviewShow
  readonly after?: TimePlace | undefined
  readonly limit: number
}

/** Of one expert or of all, written in `[from, before)`. */
export interface RatingAsked {
  readonly expertId?: string | undefined
  readonly from: Instant
  readonly before: Instant
}

/**
 * Each change is one commit with the average and the count of its expert, of which hidden ones are no part. Listeners
 * hear of it (`scheduleChanged`): what anybody remembers of the expert is out of date.
 */
export interface ReviewStorage {
  /** As everybody reads them: without hidden ones. */
  list(expertId: string, asked: ReviewsAsked): Promise<ReviewPage>
  /** Hidden ones as well, the latest first. */
  listAll(asked: AllReviewsAsked): Promise<Page<Review, TimePlace>>
  /** The average of those that are shown, to hundredths, and how many they are. */
  tally(asked: RatingAsked): Promise<Expert['rating']>
  find(id: string): Promise<Review | null>
  findOfBooking(bookingId: string): Promise<Review | null>

  /** A unique key decides that a booking has one. */
  write(review: Review): Promise<'done' | 'already_there'>
  /** `stale_version`: the stored version is not one below. Its expert, its booking and its time stay as they are. */
  change(next: Review, audit?: AuditEntry): Promise<'done' | 'stale_version'>
}
