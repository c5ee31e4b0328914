import * as z from 'zod/mini'
import { longestSignal } from './calls/routes.ts'
import { CallRole } from './calls/shapes.ts'
import { Id, Instant, Minutes, PlainDate, Slug, TimeZone } from './primitives.ts'
import type { Problem } from './problem.ts'

/** What was read of a board before it was watched, and the version of what was read. */
export const BoardSeen = z.object({
  slug: Slug,
  from: PlainDate,
  to: PlainDate,
  minutes: Minutes,
  timeZone: TimeZone,
  version: z.string().check(z.maxLength(100)),
})
export type BoardSeen = z.infer<typeof BoardSeen>

/** Of an expert who is listed: of others as of nobody, `not_found`, and who watches when they are hidden hears no more. */
export const BoardWatch = z.object({ expertId: Id, seen: z.optional(BoardSeen) })
/** One booking by its token, for as long as that is good; without one, all that were booked with the address of who is signed in. */
export const BookingWatch = z.union([
  z.object({ id: Id, token: z.string().check(z.maxLength(200)) }),
  z.strictObject({ id: z.optional(z.never()) }),
])
export const DeskWatch = z.strictObject({})

const ticket = z.string().check(z.maxLength(400))
/** From the lobby: who is in the room, without going in. */
export const CallWatch = z.object({ ticket })
/** `seat` names this page for as long as it lives, and no other: who comes back with it is the same. */
export const CallJoin = z.object({ ticket, seat: Id })
/** For the other side alone, which sits on the seat `to`. The server does not read `body`. */
export const CallSignal = z.object({ to: Id, body: z.string().check(z.maxLength(longestSignal)) })
export const CallLeave = z.strictObject({})

/** The seats that are taken in a room. */
export const Seats = z.object({ customer: z.optional(Id), expert: z.optional(Id) })
export type Seats = z.infer<typeof Seats>

/** Why a seat is empty: its person left; their line or their server broke; they may not be there any more. */
export const absences = ['left', 'lost', 'removed'] as const
/** Why somebody is out of a room. `taken_over`: they sit on another seat, in another tab or on another device. */
export const callEnds = ['taken_over', 'cancelled', 'moved', 'over', 'removed'] as const
export type CallEnd = (typeof callEnds)[number]

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
  /**
   * `current`: what was seen is what the server would answer now, and events tell of all that comes. Where it is not
   * said, only the next read is.
   */
  'board:watch': (
    input: z.infer<typeof BoardWatch>,
    ack: Ack<{ now: string; current?: boolean }>,
  ) => void
  'board:unwatch': (input: z.infer<typeof BoardWatch>, ack: Ack<null>) => void
  'bookings:watch': (
    input: z.infer<typeof BookingWatch>,
    ack: Ack<{ now: string; version?: number }>,
  ) => void
  /** For an expert: the sessions of their own. `boardStale` comes here too when schedule or profile change. */
  'desk:watch': (input: z.infer<typeof DeskWatch>, ack: Ack<{ now: string }>) => void
  'call:watch': (input: z.infer<typeof CallWatch>, ack: Ack<{ now: string; seats: Seats }>) => void
  /** Whoever has the seat of this side gives it up. Answers with all seats, this one among them. */
  'call:join': (input: z.infer<typeof CallJoin>, ack: Ack<{ now: string; seats: Seats }>) => void
  /** Answered when it was passed on, which does not say that it arrived: the two ends see to that. */
  'call:signal': (input: z.infer<typeof CallSignal>, ack: Ack<null>) => void
  'call:leave': (input: z.infer<typeof CallLeave>, ack: Ack<null>) => void
}

export interface ServerToClient {
  bookingUpdated: (event: BookingUpdated) => void
  /** Events may have been missed, or the schedule changed: take a snapshot. */
  boardStale: (event: { expertId: string }) => void
  /** To those who may see the booking: read it again through HTTP if `version` is newer. */
  bookingChanged: (event: { id: string; version: number }) => void
  /** To those who may see the booking: who is in its room has changed, and is read through HTTP. */
  presenceChanged: (event: { id: string }) => void
  /** To the lobby and the room of one booking: who is there now. `absence`: why that side is gone. */
  callUpdated: (event: {
    bookingId: string
    seats: Seats
    absence?: { role: CallRole; why: (typeof absences)[number] }
  }) => void
  callSignal: (event: { bookingId: string; from: string; body: string }) => void
  /** You are out of the room. */
  callEnded: (event: { bookingId: string; reason: CallEnd }) => void
}
