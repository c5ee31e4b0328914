import type { BookingRecord } from '../../domain/bookings/booking.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Category } from './categories.ts'
import type { StoredReview } from './experts.ts'

/** What fills an empty store. Ratings are computed from the reviews. */
export interface Content {
  readonly categories: readonly Category[]
  readonly experts: readonly Omit<Expert, 'rating'>[]
  readonly reviews: readonly (StoredReview & { readonly expertId: string })[]
  readonly bookings: readonly BookingRecord[]
  readonly people: readonly Person[]
}
