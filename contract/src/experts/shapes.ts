import * as z from 'zod/mini'
import { Instant, Money, Slug } from '../primitives.ts'

export const Category = z.object({
  slug: Slug,
  name: z.string(),
  /** A Lucide icon's name. */
  icon: z.string(),
  experts: z.int(),
})
export type Category = z.infer<typeof Category>

export const Policy = z.object({
  /** How soon before its start a session can still be booked. */
  noticeMinutes: z.int(),
  /** How many days ahead, counted from today in the expert's zone. */
  horizonDays: z.int(),
  /** Kept free after each session. */
  gapMinutes: z.int(),
  stepMinutes: z.int(),
  /** Until how long before its start a session can be cancelled or moved. */
  cancellationMinutes: z.int(),
})
export type Policy = z.infer<typeof Policy>

export const Expert = z.object({
  id: z.string(),
  slug: Slug,
  name: z.string(),
  headline: z.string(),
  bio: z.string(),
  /** What to bring to a session, a line each. */
  bring: z.array(z.string()),
  category: z.object({ slug: Slug, name: z.string() }),
  skills: z.array(z.string()),
  /** BCP 47. */
  languages: z.array(z.string()),
  rating: z.object({ average: z.number(), count: z.int() }),
  hourlyRate: Money,
  sessionLengths: z.array(z.int()),
  policy: Policy,
  timeZone: z.string(),
  photoUrl: z.nullable(z.string()),
  /** The next free start of the shortest session. */
  nextFreeAt: z.nullable(Instant),
})
export type Expert = z.infer<typeof Expert>

export const directorySorts = ['soonest', 'rating', 'price'] as const
export type DirectorySort = (typeof directorySorts)[number]

export const DirectoryQuery = z.object({
  query: z.optional(z.string().check(z.maxLength(200))),
  category: z.optional(Slug),
  language: z.optional(z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))),
  /** Per hour, in minor units. */
  maxPrice: z.optional(z.coerce.number().check(z.int(), z.gte(0))),
  sort: z._default(z.enum(directorySorts), 'soonest'),
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(60)), 24),
})
export type DirectoryQuery = z.infer<typeof DirectoryQuery>

export const Review = z.object({
  id: z.string(),
  rating: z.int().check(z.gte(1), z.lte(5)),
  text: z.optional(z.string()),
  /** The display name that the writer chose for publication. */
  author: z.string(),
  writtenAt: Instant,
})
export type Review = z.infer<typeof Review>

export const ReviewsQuery = z.object({
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(50)), 10),
})

export type ReviewsQuery = z.infer<typeof ReviewsQuery>

/** Numbers of reviews by stars, for the breakdown; the texts come first in the list. */
export const Reviews = z.object({
  items: z.array(Review),
  nextCursor: z.optional(z.string()),
  total: z.int(),
  stars: z.object({ 1: z.int(), 2: z.int(), 3: z.int(), 4: z.int(), 5: z.int() }),
})
export type Reviews = z.infer<typeof Reviews>
