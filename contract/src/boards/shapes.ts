import * as z from 'zod/mini'
import { Instant, Minutes, PlainDate, TimeZone } from '../primitives.ts'

export const slotStates = ['free', 'held', 'taken'] as const
export type SlotState = (typeof slotStates)[number]

export const Slot = z.object({
  startsAt: Instant,
  endsAt: Instant,
  state: z.enum(slotStates),
  /** When the last hold on it runs out. */
  expiresAt: z.optional(Instant),
})
export type Slot = z.infer<typeof Slot>

/** Why a day has no slots at all. */
export const dayReasons = [
  'past',
  'inside_notice',
  'beyond_horizon',
  'time_off',
  'no_hours',
  'busy',
  'paused',
] as const
export type DayReason = (typeof dayReasons)[number]

export const BoardDay = z.object({
  date: PlainDate,
  reason: z.optional(z.enum(dayReasons)),
  slots: z.array(Slot),
})
export type BoardDay = z.infer<typeof BoardDay>

/** A live record of the expert as a stranger may see it: when, not who. */
export const Occupied = z.object({
  id: z.string(),
  version: z.int(),
  startsAt: Instant,
  endsAt: Instant,
  /** The end with the gap that was kept free when it was made. */
  until: Instant,
  state: z.enum(['held', 'booked']),
  expiresAt: z.optional(Instant),
})
export type Occupied = z.infer<typeof Occupied>

/** The longest range of dates that one board may ask for. */
export const maxBoardDays = 62

export const BoardQuery = z.object({
  from: PlainDate,
  to: PlainDate,
  minutes: z.optional(z.pipe(z.coerce.number(), Minutes)),
  timeZone: TimeZone,
})
export type BoardQuery = z.infer<typeof BoardQuery>

export const Board = z.object({
  timeZone: z.string(),
  minutes: z.int(),
  /** The server's clock. Stale in an answer that a 304 revived: take the clock from `board:watch`. */
  now: Instant,
  /** Equal where all but `now` is: what has this version need not be read again. */
  version: z.string(),
  days: z.array(BoardDay),
  occupied: z.array(Occupied),
})
export type Board = z.infer<typeof Board>
