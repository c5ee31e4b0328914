import * as z from 'zod/mini'
import { CustomerEmail, Instant, Minutes, text } from '../primitives.ts'
import { moreTimeSteps } from '../calls/more-time.ts'
import { CustomerName, CustomerPhone, Topic } from './shapes.ts'

const version = z.int().check(z.gte(1))

const BookingCancel = z.object({
  version,
  status: z.literal('cancelled'),
  startsAt: z.optional(z.never()),
  proposal: z.optional(z.never()),
  moreTime: z.optional(z.never()),
  reason: z.optional(text(500)),
})
const BookingReschedule = z.object({
  version,
  status: z.optional(z.never()),
  startsAt: Instant,
  minutes: z.optional(Minutes),
  proposal: z.optional(z.never()),
  moreTime: z.optional(z.never()),
})
const BookingProposal = z.object({
  version,
  status: z.optional(z.never()),
  startsAt: z.optional(z.never()),
  /** `null` declines what was proposed, or takes it back. */
  proposal: z.nullable(
    z.object({
      startsAt: Instant,
      minutes: z.optional(Minutes),
      note: z.optional(text(500)),
    }),
  ),
  moreTime: z.optional(z.never()),
})
const BookingMoreTime = z.object({
  version,
  status: z.optional(z.never()),
  startsAt: z.optional(z.never()),
  proposal: z.optional(z.never()),
  /** The version says of which offer, and so for which price. */
  moreTime: z.enum(moreTimeSteps),
})
export const BookingCorrect = z.object({
  version,
  // A faulty cancel or move must be refused as such, not pass as an empty correction.
  status: z.optional(z.never()),
  startsAt: z.optional(z.never()),
  proposal: z.optional(z.never()),
  moreTime: z.optional(z.never()),
  customer: z.optional(
    z.object({
      name: z.optional(CustomerName),
      email: z.optional(CustomerEmail),
      /** An empty phone removes it. */
      phone: z.optional(z.union([CustomerPhone, z.literal('')])),
    }),
  ),
  topic: z.optional(Topic),
})
/** What is sent decides which of the five it is. */
export const BookingChange = z.union([
  BookingCancel,
  BookingReschedule,
  BookingProposal,
  BookingMoreTime,
  BookingCorrect,
])
export type BookingChange = z.infer<typeof BookingChange>
