import * as z from 'zod/mini'
import { Booking } from '../bookings/shapes.ts'
import { Id, Instant, line, PlainDate } from '../primitives.ts'

/**
 * Why a fetch brought nothing. `unreachable` is said of every address that cannot be connected to, for whatever reason:
 * nobody can find out by it what is in the network of the server.
 */
export const sourceFaults = [
  'unreachable',
  /** Its server says that there is no such calendar, or that it is private. */
  'refused',
  /** Its server has a fault, or asks to be asked later. */
  'failing',
  'too_slow',
  'too_big',
  'too_many',
  /** What came is no calendar, or was cut off. */
  'not_a_calendar',
  /** Reading it took more time or memory than it may have. */
  'unreadable',
  /** Its address can no longer be read here, and has to be added again. */
  'unreadable_address',
] as const
export type SourceFault = (typeof sourceFaults)[number]

/** Read by its private address alone, or by CalDAV with an account. */
export const sourceKinds = ['file', 'account'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** What of a calendar does not count as busy. */
export const skippedKinds = [
  /** Sessions that were booked here and came back. */
  'own',
  'free',
  'cancelled',
  /** Entries whose times cannot be read. */
  'unreadable',
  /** Entries that repeat by a rule that nobody could follow. */
  'rule',
  /** Time zones that nobody knows: their entries count, in another zone. */
  'zone',
] as const
export type SkippedKind = (typeof skippedKinds)[number]

/** A calendar of an expert's elsewhere, and how fresh what is known of it is. */
export const CalendarSource = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(sourceKinds),
  /** Enough of the address to know it again; it is a secret, and is never shown whole. Of an account, with its user name. */
  address: z.string(),
  blocks: z.boolean(),
  paused: z.boolean(),
  /** Whether sessions that are booked here are written into it. */
  receives: z.boolean(),
  /** Upcoming sessions that were written into it and stand there. */
  written: z.int(),
  /** Upcoming ones that somebody has deleted there: they stand here, and are not written again. */
  deletedThere: z.int(),
  /** Why the last that was to be written or taken out could not be. It is tried again. */
  writeFault: z.optional(z.enum(sourceFaults)),
  /** Kept free before and behind each of its busy times. */
  marginMinutes: z.int(),
  addedAt: Instant,
  /** It is being fetched, or will be in a moment. */
  checking: z.boolean(),
  checkedAt: z.optional(Instant),
  /** Its busy times are known to be as of then. */
  freshAt: z.optional(Instant),
  nextCheckAt: z.optional(Instant),
  /** Why the last fetch brought nothing. What was known before still counts. */
  fault: z.optional(z.enum(sourceFaults)),
  /** Entries that were read, each series as one. */
  events: z.int(),
  /** Stretches of time within reach in which it is busy. */
  busyTimes: z.int(),
  skipped: z.array(
    z.object({
      kind: z.enum(skippedKinds),
      count: z.int(),
      /** Of some of them, to look for. */
      dates: z.array(PlainDate),
    }),
  ),
})
export type CalendarSource = z.infer<typeof CalendarSource>

/** Booked sessions at which one of the calendars is busy with something else. They stand. */
const Clash = z.object({ booking: Booking, calendar: z.string() })

export const CalendarSources = z.object({ items: z.array(CalendarSource), clashes: z.array(Clash) })
export type CalendarSources = z.infer<typeof CalendarSources>

export const sourcesAtMost = 10
/** Longer than any of those that are known. */
export const addressAtMost = 2000

const name = line(60, 'Please give the calendar a name')

const Margin = z
  .int()
  .check(
    z.gte(0),
    z.lte(240, 'At most four hours'),
    z.multipleOf(5, 'The time kept free is a multiple of 5 minutes'),
  )

/** Who signs in at a server of calendars: it is asked for a password that opens nothing else. */
const account = {
  userName: z.string().check(
    z.trim(),
    z.minLength(1, 'Please give the user name'),
    z.maxLength(200, 'A user name has at most 200 characters'),
    // It would end there: what signs in is one line.
    z.refine((name) => !name.includes(':'), 'A user name has no colon in it'),
  ),
  password: z
    .string()
    .check(
      z.minLength(1, 'Please give the app password'),
      z.maxLength(500, 'A password has at most 500 characters'),
    ),
}

export const SourceInput = z.object({
  address: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'Please paste the calendar’s address'),
      z.maxLength(addressAtMost, 'An address has at most 2,000 characters'),
      z.refine(isCalendarAddress, 'An address begins with https:// or webcal://'),
    ),
  name: z.optional(name),
  /** Who signs in there, where the address is one that was found in an account; left out for a file. */
  account: z.optional(z.object(account)),
})
export type SourceInput = z.infer<typeof SourceInput>

/** Whether it can be asked there at all; what is allowed is another question. */
function isCalendarAddress(address: string): boolean {
  return /^(https?|webcals?):\/\/[^\s/]+/i.test(address)
}

/** Where an account is, and who signs in. */
export const AccountInput = z.object({
  /** An address of its server, the server’s name, or the e-mail address of the account. */
  address: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'Please give the server’s address'),
      z.maxLength(addressAtMost, 'An address has at most 2,000 characters'),
    ),
  ...account,
})
export type AccountInput = z.infer<typeof AccountInput>

/** The calendars of an account. Nothing of it is kept until one of them is added. */
export const FoundCalendars = z.object({
  items: z.array(
    z.object({
      /** To be added by. */
      address: z.string(),
      name: z.string(),
      /** Whether it has been added already. */
      added: z.boolean(),
    }),
  ),
})
export type FoundCalendars = z.infer<typeof FoundCalendars>

/** What is left out stays. */
export const SourceChange = z.object({
  name: z.optional(name),
  blocks: z.optional(z.boolean()),
  paused: z.optional(z.boolean()),
  /** Of a calendar of an account. No other one is written into then: what was, is taken out of it. */
  receives: z.optional(z.boolean()),
  marginMinutes: z.optional(Margin),
})
export type SourceChange = z.infer<typeof SourceChange>

export const BusyTimesQuery = z.object({ from: Instant, to: Instant })
export type BusyTimesQuery = z.infer<typeof BusyTimesQuery>

/** When an expert's other calendars are busy: each by itself, and nothing else of what is in them. */
export const BusyTimes = z.object({
  items: z.array(
    z.object({
      from: Instant,
      to: Instant,
      sourceId: Id,
      calendar: z.string(),
      /** Whether visitors cannot book then. */
      blocks: z.boolean(),
    }),
  ),
})
export type BusyTimes = z.infer<typeof BusyTimes>
