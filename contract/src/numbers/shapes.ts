import * as z from 'zod/mini'
import { Instant, Money, PlainDate, TimeZone } from '../primitives.ts'

export const periodKinds = ['week', 'month'] as const
export type PeriodKind = (typeof periodKinds)[number]

export const NumbersQuery = z.object({ by: z._default(z.enum(periodKinds), 'week') })
export type NumbersQuery = z.infer<typeof NumbersQuery>

/** Administrators say in which zone their days are. */
export const AdminNumbersQuery = z.extend(NumbersQuery, { timeZone: TimeZone })
export type AdminNumbersQuery = z.infer<typeof AdminNumbersQuery>

/** What became of the sessions that began in a week or a month; those to come are not counted. */
const Period = z.object({
  /** Its first day. Weeks begin on Monday. */
  from: PlainDate,
  startsAt: Instant,
  endsAt: Instant,
  held: z.int(),
  missed: z.int(),
  cancelled: z.int(),
  /** Of the sessions that were held. */
  minutes: z.int(),
  /** What they cost together: it was agreed, and is not known to be paid. */
  earnings: Money,
  /** Of the reviews that were written in it and are shown. */
  rating: z.object({ average: z.number(), count: z.int() }),
})
export type Period = z.infer<typeof Period>

/** The earliest first; the last one is still running. */
export const Numbers = z.object({ timeZone: z.string(), periods: z.array(Period) })
export type Numbers = z.infer<typeof Numbers>
