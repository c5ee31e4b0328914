import * as z from 'zod/mini'
import { Booking, UpcomingBooking } from '../bookings/shapes.ts'
import { cursor, pageSize } from '../paging.ts'
import { Id, Instant, text } from '../primitives.ts'

/** By what somebody is kept away: their address, everybody at its domain, or the network that they came from. */
export const blockKinds = ['address', 'domain', 'network'] as const
export type BlockKind = (typeof blockKinds)[number]

/** Who is blocked is said by one of their bookings, and by which trait of it. */
export const BlockInput = z.object({
  bookingId: Id,
  kind: z.enum(blockKinds),
  /** For whoever blocks, as a reminder of why. */
  note: z.optional(text(500)),
  /** Cancels their upcoming sessions in the same step, with this reason, which they read. */
  cancelReason: z.optional(text(500)),
})
export type BlockInput = z.infer<typeof BlockInput>

export const Block = z.object({
  id: z.string(),
  kind: z.enum(blockKinds),
  /** The address or the domain; of a network, and of an address whose owner was erased, there is nothing to be read. */
  value: z.optional(z.string()),
  /** The booking that it was made from. The name is left out once its owner was erased. */
  booking: z.object({ id: z.string(), startsAt: Instant, name: z.optional(z.string()) }),
  note: z.optional(z.string()),
  madeAt: Instant,
  /** The address of whoever made it. */
  by: z.string(),
})
export type Block = z.infer<typeof Block>

/** `cancelled`: how many sessions were cancelled in the same step; `more`: others are left, and it can be asked for again. */
export const BlockMade = z.object({ block: Block, cancelled: z.int(), more: z.boolean() })
export type BlockMade = z.infer<typeof BlockMade>

/** What is known of where a booking came from, without saying more of a network than that it is the same. */
export const BookingOrigin = z.object({
  /** What it can be blocked by: a domain is left out where strangers share it, a network where none was kept. */
  traits: z.array(
    z.object({
      kind: z.enum(blockKinds),
      value: z.optional(z.string()),
      /** It is blocked already, by this block. */
      blockId: z.optional(z.string()),
      /** Upcoming sessions with the same trait, by their start: the first hundred. */
      upcoming: z.array(UpcomingBooking),
      /** There are others behind them. */
      more: z.boolean(),
    }),
  ),
})
export type BookingOrigin = z.infer<typeof BookingOrigin>

export const BlocksQuery = z.object({ cursor, limit: z.optional(pageSize(100)) })
export type BlocksQuery = z.infer<typeof BlocksQuery>

export const reportStates = ['open', 'settled', 'dismissed'] as const
export type ReportState = (typeof reportStates)[number]

export const ReportInput = z.object({ reason: text(1000) })
export type ReportInput = z.infer<typeof ReportInput>

/** What an expert says of one of their bookings, for administrators. */
export const Report = z.object({
  id: z.string(),
  state: z.enum(reportStates),
  reason: z.string(),
  reportedAt: Instant,
  /** The expert's address. */
  by: z.string(),
  booking: Booking,
  decidedAt: z.optional(Instant),
  decidedBy: z.optional(z.string()),
  word: z.optional(z.string()),
})
export type Report = z.infer<typeof Report>

/** `settled`: something was done about it. `dismissed`: nothing is, and the word says why. */
export const ReportDecision = z.object({
  state: z.enum(['settled', 'dismissed']),
  word: z.optional(text(500)),
})
export type ReportDecision = z.infer<typeof ReportDecision>

export const ReportsQuery = z.object({
  state: z.optional(z.enum(reportStates)),
  cursor,
  limit: z.optional(pageSize(100)),
})
export type ReportsQuery = z.infer<typeof ReportsQuery>
