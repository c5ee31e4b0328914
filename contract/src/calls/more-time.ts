import * as z from 'zod/mini'
import { Instant, Money } from '../primitives.ts'

/**
 * `offer`: that the session goes on for longer; `accept`: what the other side offers, for its price; `drop`: refuse what
 * the other side offers, or take back what one offered oneself.
 */
export const moreTimeSteps = ['offer', 'accept', 'drop'] as const
export type MoreTimeStep = (typeof moreTimeSteps)[number]

/** What keeps more time from being had just now. It may go away: a hold runs out, a session is cancelled. */
export const moreTimeObstacles = ['taken', 'outside_hours'] as const

/** More time for a session, and how it stands with that. Nothing is kept free for it until both have agreed. */
export const MoreTime = z.object({
  minutes: z.int(),
  /** When the session would end. */
  endsAt: Instant,
  /** What these minutes cost. */
  price: Money,
  /** What the whole session would cost. */
  total: Money,
  /** Which side offers it; left out where neither does. */
  offeredBy: z.optional(z.enum(['customer', 'expert'])),
  /** For the expert, who may go beyond their own hours, `outside_hours` is a hint. */
  obstacle: z.optional(z.enum(moreTimeObstacles)),
  /** What whoever asks may do about it now. */
  allowed: z.array(z.enum(moreTimeSteps)),
})
export type MoreTime = z.infer<typeof MoreTime>
