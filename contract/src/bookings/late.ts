import * as z from 'zod/mini'
import { Instant, text } from '../primitives.ts'

const lateMinutes = [5, 10, 15] as const
const Minutes = z.union(lateMinutes.map((minutes) => z.literal(minutes)))

/** Somebody comes later than it was booked for, by about so many minutes, or says so in words. Without either: in time after all. */
export const LateInput = z.object({
  minutes: z.optional(Minutes),
  word: z.optional(text(200)),
})
export type LateInput = z.infer<typeof LateInput>

const SaidLate = z.object({
  minutes: z.optional(Minutes),
  word: z.optional(z.string()),
  at: Instant,
})
export type SaidLate = z.infer<typeof SaidLate>

/** Who has said that they are late, until the room closes. When it was booked for stays as it is. */
export const Late = z.object({ customer: z.optional(SaidLate), expert: z.optional(SaidLate) })
export type Late = z.infer<typeof Late>
