import * as z from 'zod/mini'
import { Id, Instant, PlainDate } from './primitives.ts'
import type { Problem } from './problem.ts'

export const BoardWatch = z.object({ expertId: Id })
/** One booking by its token; without one, all that were booked with the address of who is signed in. */
export const BookingWatch = z.union([
  z.object({ id: Id, token: z.string().check(z.maxLength(200)) }),
  z.strictObject({ id: z.optional(z.never()) }),
])
export const DeskWatch = z.strictObject({})

const Span = z.object({ startsAt: Instant, endsAt: Instant, until: Instant })

/** What happened to a record of an expert, told to everyone who looks at that expert. Holds no personal data. */
export const BookingUpdated = z.object({
  expertId: z.string(),
  id: z.string(),
  version: z.int(),
  status: z.enum(['held', 'released', 'booked', 'cancelled', 'moved']),
  /** For display, in the expert's zone; `startsAt` is the key. */
  date: PlainDate,
  timeSlot: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  until: Instant,
  expiresAt: z.optional(Instant),
  from: z.optional(Span),
})
export type BookingUpdated = z.infer<typeof BookingUpdated>

export type Ack<T> = (answer: { ok: true; data: T } | { ok: false; problem: Problem }) => void

/** Commands: each is answered. `now` is the server's clock, for countdowns. */
export interface ClientToServer {
  'board:watch': (input: z.infer<typeof BoardWatch>, ack: Ack<{ now: string }>) => void
  'board:unwatch': (input: z.infer<typeof BoardWatch>, ack: Ack<null>) => void
  'bookings:watch': (
    input: z.infer<typeof BookingWatch>,
    ack: Ack<{ now: string; version?: number }>,
  ) => void
  /** For an expert: the sessions of their own. `boardStale` comes here too when schedule or profile change. */
  'desk:watch': (input: z.infer<typeof DeskWatch>, ack: Ack<{ now: string }>) => void
}

export interface ServerToClient {
  bookingUpdated: (event: BookingUpdated) => void
  /** Events may have been missed, or the schedule changed: take a snapshot. */
  boardStale: (event: { expertId: string }) => void
  /** To those who may see the booking: read it again through HTTP if `version` is newer. */
  bookingChanged: (event: { id: string; version: number }) => void
}
