import * as z from 'zod/mini'
import { cursor, page, pageSize } from '../paging.ts'
import { Instant, line, Slug, text } from '../primitives.ts'

const stars = z
  .int('Please choose one to five stars')
  .check(z.gte(1, 'Please choose one to five stars'), z.lte(5, 'Please choose one to five stars'))

export const Review = z.object({
  id: z.string(),
  rating: z.int().check(z.gte(1), z.lte(5)),
  text: z.optional(z.string()),
  /** The display name that the writer chose for publication. */
  author: z.string(),
  writtenAt: Instant,
  /** When it was last changed, if it ever was. */
  editedAt: z.optional(Instant),
  /** What the expert says to it. */
  answer: z.optional(z.object({ text: z.string(), writtenAt: Instant })),
})
export type Review = z.infer<typeof Review>

export const ReviewsQuery = z.object({ cursor, limit: z._default(pageSize(50), 10) })
export type ReviewsQuery = z.infer<typeof ReviewsQuery>

/** Numbers of reviews by stars, for the breakdown; the texts come first in the list. */
export const Reviews = z.object({
  items: z.array(Review),
  nextCursor: z.optional(z.string()),
  total: z.int(),
  stars: z.object({ 1: z.int(), 2: z.int(), 3: z.int(), 4: z.int(), 5: z.int() }),
})
export type Reviews = z.infer<typeof Reviews>

/** As its writer and its expert see it. */
export const PartyReview = z.extend(Review, {
  version: z.int(),
  /** Until when its writer may change it. */
  editableUntil: Instant,
  /** An administrator took it off the expert's page, for this reason. */
  hidden: z.optional(z.object({ reason: z.string() })),
})
export type PartyReview = z.infer<typeof PartyReview>

const reviewActions = ['write', 'change'] as const

/** Of one booking: what was written, and what whoever asks may do now. */
export const BookingReview = z.object({
  review: z.optional(PartyReview),
  allowedActions: z.array(z.enum(reviewActions)),
})
export type BookingReview = z.infer<typeof BookingReview>

/** The name as it is shown; it need not be the one that was booked with. */
const author = line(60, 'Please choose a name to be shown')

export const ReviewInput = z.object({ rating: stars, text: z.optional(text(2000)), author })
export type ReviewInput = z.infer<typeof ReviewInput>

export const ReviewChange = z.extend(ReviewInput, { version: z.int().check(z.gte(1)) })
export type ReviewChange = z.infer<typeof ReviewChange>

export const ReviewAnswer = z.object({
  text: text(1000).check(z.minLength(1, 'Please write an answer')),
})
export type ReviewAnswer = z.infer<typeof ReviewAnswer>

export const ReviewReport = z.object({
  reason: text(500).check(z.minLength(1, 'Please say what is wrong with it')),
})
export type ReviewReport = z.infer<typeof ReviewReport>

export const DeskReviewsQuery = z.object({ cursor, limit: z.optional(pageSize(100)) })
export type DeskReviewsQuery = z.infer<typeof DeskReviewsQuery>

/** As administrators see it, who are told what is said against it. */
export const AdminReview = z.extend(PartyReview, {
  expert: z.object({ id: z.string(), slug: Slug, name: z.string() }),
  /** The booking that it is about; the ones that a store was filled with have none. */
  bookingId: z.optional(z.string()),
  hidden: z.optional(z.object({ reason: z.string(), at: Instant, by: z.string() })),
  /** The first reason that somebody gave, and how many reported it, since it was last looked at. */
  report: z.optional(z.object({ reason: z.string(), at: Instant, count: z.int() })),
})
export type AdminReview = z.infer<typeof AdminReview>

export const reviewShows = ['reported', 'hidden', 'all'] as const
export type ReviewShow = (typeof reviewShows)[number]

export const AdminReviewsQuery = z.object({
  show: z.optional(z.enum(reviewShows)),
  cursor,
  limit: z.optional(pageSize(100)),
})
export type AdminReviewsQuery = z.infer<typeof AdminReviewsQuery>

/** `shown`: whatever was reported, it stays, or comes back. `hidden`: nobody but its two sides reads it; the reason is told to both. */
export const ReviewDecision = z.object({
  version: z.int().check(z.gte(1)),
  state: z.enum(['shown', 'hidden']),
  reason: z.optional(text(500)),
})
export type ReviewDecision = z.infer<typeof ReviewDecision>

export const DeskReviews = page(PartyReview)
export const AdminReviews = page(AdminReview)
