import type { BookingRecord } from '../../domain/bookings/booking.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Review } from '../../domain/reviews/review.ts'
import type { Category } from './categories.ts'

/** What fills an empty store. Ratings are computed from the reviews. */
export interface Content {
  readonly categories: readonly Category[]
  readonly experts: readonly Omit<Expert, 'rating'>[]
  readonly reviews: readonly Review[]
  readonly bookings: readonly BookingRecord[]
  readonly people: readonly Person[]
}
