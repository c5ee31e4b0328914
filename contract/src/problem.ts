import * as z from 'zod/mini'
import { Slot } from './boards/shapes.ts'
import { Id, Instant, Money } from './primitives.ts'
import type { ProblemCode } from './problems.ts'

/** A fault in the input: where (RFC 6901 pointer as a URI fragment, `#/customer/email`) and what. */
export const InputFault = z.object({ pointer: z.string(), detail: z.string() })
export type InputFault = z.infer<typeof InputFault>

/** A problem document, RFC 9457. The same object answers HTTP requests and socket commands. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  requestId: z.optional(z.string()),
  errors: z.optional(z.array(InputFault)),
  /** With `slot_taken`: the free slots of that length nearest to the lost one, three at most. */
  alternatives: z.optional(z.array(Slot)),
  /**
   * With `proof_needed`, where a booking was asked for: its time is kept until `expiresAt`, and booked once whoever is signed
   * in with the address of its customer confirms it (`confirmBooking`).
   */
  kept: z.optional(z.object({ id: Id, expiresAt: Instant, now: Instant })),
  /** With `work_needed`: a challenge (Base64 of JSON, as altcha-lib has it), to be sent again with its `solution`. */
  work: z.optional(z.string()),
  /** With `price_changed`: what it costs now. */
  price: z.optional(Money),
  retryAfterSeconds: z.optional(z.int()),
})
export type Problem = z.infer<typeof Problem> & { code: ProblemCode }
