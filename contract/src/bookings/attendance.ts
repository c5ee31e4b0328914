import * as z from 'zod/mini'
import { attendanceOutcomes, callRoles } from '../calls/shapes.ts'
import { Instant } from '../primitives.ts'

const Stay = z.object({ from: Instant, to: Instant })

/** Who was in the room, and what follows from it: both sides read the same. */
export const Attendance = z.object({
  /** As it stands now: what was found, or what was decided. */
  outcome: z.enum(attendanceOutcomes),
  /** By time; empty of a side that was never there. */
  stays: z.object({ customer: z.array(Stay), expert: z.array(Stay) }),
  /** Until when a side may say that it was otherwise. */
  disputableUntil: Instant,
  /** Whoever reads this may do so now. */
  disputable: z.boolean(),
  disputes: z.array(z.object({ by: z.enum(callRoles), word: z.string(), at: Instant })),
  decision: z.optional(z.object({ word: z.optional(z.string()), at: Instant })),
})
export type Attendance = z.infer<typeof Attendance>

/**
 * One side while the room is open: `there` since when; `lost`, their line broke and they may be back at any moment; `left`.
 * Left out of whoever was not there yet.
 */
const SidePresence = z.object({
  state: z.enum(['there', 'lost', 'left']),
  since: z.optional(Instant),
})
export const Presence = z.object({
  customer: z.optional(SidePresence),
  expert: z.optional(SidePresence),
})
export type Presence = z.infer<typeof Presence>
