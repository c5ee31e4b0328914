import * as z from 'zod/mini'
import { Id, Instant } from '../primitives.ts'
import { feedSides } from './feed-routes.ts'

export const FeedParams = z.object({ side: z.enum(feedSides) })

/** One's sessions at a private address, for calendars that read it again and again. */
export const Feed = z.object({
  id: Id,
  /** Whoever has it reads the sessions, without signing in. */
  url: z.string(),
  openedAt: Instant,
  /** When a program last read it, to a quarter of an hour; `null`: none has. */
  readAt: z.nullable(Instant),
})
export type Feed = z.infer<typeof Feed>

/** `null`: it is switched off. */
export const FeedState = z.object({ feed: z.nullable(Feed) })
export type FeedState = z.infer<typeof FeedState>

/**
 * `null` opens a feed where there is none. The id of the present one gives it a new address, and the old one is dead; of
 * one that was replaced already, nothing is changed.
 */
export const FeedOpening = z.object({ replacing: z.nullable(Id) })
export type FeedOpening = z.infer<typeof FeedOpening>
