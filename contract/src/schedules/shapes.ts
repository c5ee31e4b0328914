import * as z from 'zod/mini'
import { Booking } from '../bookings/shapes.ts'
import { dayReasons } from '../boards/shapes.ts'
import { Id, Instant, Minutes, PlainDate, TimeZone } from '../primitives.ts'

/** A time on the clock of the expert's zone, on a quarter of an hour; `24:00` ends a day. */
export const WallTime = z
  .string()
  .check(
    z.regex(/^(([01]\d|2[0-3]):(00|15|30|45)|24:00)$/, 'Expected a quarter hour such as 09:30'),
  )

export const Hours = z.object({ from: WallTime, to: WallTime })
export type Hours = z.infer<typeof Hours>

const DayHours = z.array(Hours).check(z.maxLength(12, 'At most 12 windows a day'))

/** By ISO weekday, Monday first. */
export const Weekly = z.object({
  1: DayHours,
  2: DayHours,
  3: DayHours,
  4: DayHours,
  5: DayHours,
  6: DayHours,
  7: DayHours,
})
export type Weekly = z.infer<typeof Weekly>

/** The hours of one date instead of the weekly ones that begin on it; none is time off. */
export const Exception = z.object({ date: PlainDate, hours: DayHours })
export type Exception = z.infer<typeof Exception>

export const Policy = z.object({
  /** How soon before its start a session can still be booked. */
  noticeMinutes: z.int(),
  /** How many days ahead, counted from today in the expert's zone. */
  horizonDays: z.int(),
  /** Kept free after each session. */
  gapMinutes: z.int(),
  stepMinutes: z.int(),
  /** Until how long before its start a session can be cancelled or moved. */
  cancellationMinutes: z.int(),
  /** Nobody books without having proved their e-mail address. */
  proofRequired: z.optional(z.boolean()),
})
export type Policy = z.infer<typeof Policy>

export const DeskSchedule = z.object({
  /** Rises with every change of any part. */
  version: z.int(),
  timeZone: z.string(),
  weekly: Weekly,
  /** By date. */
  exceptions: z.array(Exception),
  sessionLengths: z.array(z.int()),
  policy: Policy,
  /** Nothing can be booked for the time being; what is booked stays. */
  paused: z.boolean(),
})
export type DeskSchedule = z.infer<typeof DeskSchedule>

const quarters = (message: string) => z.multipleOf(15, message)

const PolicyChange = z.object({
  noticeMinutes: z.optional(z.int().check(z.gte(0), z.lte(60 * 24 * 30))),
  horizonDays: z.optional(z.int().check(z.gte(1), z.lte(90))),
  gapMinutes: z.optional(
    z.int().check(z.gte(0), z.lte(240), quarters('The gap is a multiple of 15 minutes')),
  ),
  stepMinutes: z.optional(z.union([z.literal(15), z.literal(30), z.literal(60)])),
  cancellationMinutes: z.optional(z.int().check(z.gte(0), z.lte(60 * 24 * 30))),
  proofRequired: z.optional(z.boolean()),
})

/** What is left out stays; a part that is sent replaces the stored one as a whole. */
export const ScheduleChange = z.object({
  version: z.int().check(z.gte(1)),
  timeZone: z.optional(TimeZone),
  weekly: z.optional(Weekly),
  exceptions: z.optional(z.array(Exception).check(z.maxLength(400, 'At most 400 dates'))),
  sessionLengths: z.optional(
    z
      .array(Minutes.check(quarters('A length is a multiple of 15 minutes')))
      .check(z.minLength(1, 'Offer at least one length'), z.maxLength(8, 'At most 8 lengths')),
  ),
  policy: z.optional(PolicyChange),
  paused: z.optional(z.boolean()),
})
export type ScheduleChange = z.infer<typeof ScheduleChange>

/** A booked session that the schedule as it is now would not offer. It stands until somebody changes it. */
export const Conflict = z.object({ booking: Booking, reason: z.string() })
export const Conflicts = z.object({ items: z.array(Conflict) })
export type Conflicts = z.infer<typeof Conflicts>

/** What stands against a start, or nothing. */
export const verdicts = [
  'bookable',
  'held',
  'booked',
  /** Kept free after a session. */
  'gap',
  'not_listed',
  'length_not_offered',
  'off_grid',
  'outside_hours',
  /** The session would not end inside the hours. */
  'too_long',
  ...dayReasons,
] as const
export type Verdict = (typeof verdicts)[number]

export const WhyQuery = z.object({
  startsAt: Instant,
  minutes: z.pipe(z.coerce.number(), Minutes),
})
export type WhyQuery = z.infer<typeof WhyQuery>

export const Why = z.object({
  startsAt: Instant,
  endsAt: Instant,
  verdict: z.enum(verdicts),
  /** The rule in words, with its figures: "You asked for 12 hours of notice; this is in 3 hours." */
  detail: z.string(),
  /** The session that has this time. */
  bookingId: z.optional(Id),
})
export type Why = z.infer<typeof Why>

/** For administrators: releases of the IANA time-zone database, such as `2026f`. */
export const TimeZoneRules = z.object({
  version: z.string(),
  /** The newest that this version of the product knows of. */
  newestKnown: z.string(),
  areOld: z.boolean(),
})
export type TimeZoneRules = z.infer<typeof TimeZoneRules>
