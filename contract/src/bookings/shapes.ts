import * as z from 'zod/mini'
import { attendanceOutcomes } from '../calls/shapes.ts'
import { isPhone, writtenPhone } from '../contact-data.ts'
import { cursor, pageSize, searchWords } from '../paging.ts'
import { Attendance, Presence } from './attendance.ts'
import { Late } from './late.ts'
import { MoreTime } from '../calls/more-time.ts'
import {
  CustomerEmail,
  Id,
  Instant,
  line,
  Minutes,
  Money,
  Slug,
  text,
  TimeZone,
} from '../primitives.ts'

/** The answer to `work` of a problem `work_needed`: Base64 of JSON, as altcha-lib has it. It is good for one request. */
const Solution = z.string().check(z.maxLength(4000))

/** Holds and moves name a start and a length; the server computes the end, the price and whether it may be. */
export const HoldInput = z.object({
  expertId: Id,
  startsAt: Instant,
  minutes: Minutes,
  /** A random name of this browser, so that people behind one address do not use up each other's holds. */
  holder: z.optional(Id),
  solution: z.optional(Solution),
})
export type HoldInput = z.infer<typeof HoldInput>

export const Hold = z.object({
  id: z.string(),
  /** What a session of these minutes costs if it is booked from this hold. */
  price: Money,
  token: z.string(),
  version: z.int(),
  startsAt: Instant,
  endsAt: Instant,
  expiresAt: Instant,
  renewable: z.boolean(),
  now: Instant,
})
export type Hold = z.infer<typeof Hold>

export const HoldChange = z.union([
  z.object({ renew: z.literal(true), startsAt: z.optional(z.never()) }),
  z.object({ startsAt: Instant, minutes: Minutes }),
])
export type HoldChange = z.infer<typeof HoldChange>

export const CustomerName = line(120, 'Please tell us your name')
export const CustomerPhone = z
  .string()
  .check(
    z.overwrite(writtenPhone),
    z.maxLength(60, 'At most 60 characters'),
    z.refine(isPhone, 'This does not look like a phone number'),
  )
export const Topic = text(2000)

const Customer = z.object({
  name: CustomerName,
  email: CustomerEmail,
  phone: z.optional(CustomerPhone),
})

export const BookingInput = z.object({
  expertId: Id,
  startsAt: Instant,
  minutes: Minutes,
  hold: z.optional(z.object({ id: Id, token: z.string().check(z.maxLength(200)) })),
  customer: Customer,
  topic: z.optional(Topic),
  /** The price that was shown. If it is another one by now, nothing is booked: 409 `price_changed`. */
  price: z.optional(Money),
  solution: z.optional(Solution),
  /** The customer's zone: mails and the booking page speak in it. */
  timeZone: TimeZone,
})
export type BookingInput = z.infer<typeof BookingInput>

/** `missed`: after it one side was found to have waited in vain for the other. */
export const bookingStatuses = ['booked', 'completed', 'missed', 'cancelled'] as const
export type BookingStatus = (typeof bookingStatuses)[number]

export const bookingActions = [
  'cancel',
  'reschedule',
  'correct',
  /** The expert proposes another time; the customer accepts it (by moving there) or declines. */
  'propose',
  'accept',
  'decline',
] as const
export type BookingAction = (typeof bookingActions)[number]

/** Whose side of a booking somebody is on. */
export const parties = ['customer', 'expert', 'admin'] as const
export type Party = (typeof parties)[number]

/** Another time that the expert asks for. It is not kept free: who accepts it first has it. */
export const Proposal = z.object({
  startsAt: Instant,
  endsAt: Instant,
  minutes: z.int(),
  note: z.optional(z.string()),
  proposedAt: Instant,
})

export const Booking = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(bookingStatuses),
  expert: z.object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    headline: z.string(),
    photoUrl: z.nullable(z.string()),
    timeZone: z.string(),
  }),
  startsAt: Instant,
  endsAt: Instant,
  minutes: z.int(),
  price: Money,
  topic: z.optional(z.string()),
  customer: z.optional(Customer),
  timeZone: z.string(),
  createdAt: Instant,
  /** Until when it can be cancelled or moved. */
  changeableUntil: Instant,
  /** When the door of the video room opens. */
  roomOpensAt: Instant,
  /** From when on nobody is in it any more. */
  roomClosesAt: Instant,
  /** Who says that they come later; left out where nobody does. */
  late: z.optional(Late),
  /** Who is in the room; left out while it is closed. */
  presence: z.optional(Presence),
  /** Told to the customer when the session begins: the expert is still in another one, of which nothing is said. */
  heldUp: z.optional(z.boolean()),
  cancelReason: z.optional(z.string()),
  cancelledBy: z.optional(z.enum(parties)),
  proposal: z.optional(Proposal),
  /** Left out where nobody can ask for it, and in lists unless it is offered. */
  moreTime: z.optional(MoreTime),
  /** After the room closed; left out where nobody was ever in it. */
  attendance: z.optional(Attendance),
  /** In lists: the last mail that was tried for the customer was refused, so that they may know of nothing. */
  mailRefused: z.optional(z.boolean()),
  /** As whom it is shown: what is allowed depends on it. */
  seenAs: z.enum(parties),
  allowedActions: z.array(z.enum(bookingActions)),
})
export type Booking = z.infer<typeof Booking>

export const BookingAnswer = z.object({ booking: Booking })
export const BookingCreated = z.object({ booking: Booking, manageToken: z.string() })
export type BookingCreated = z.infer<typeof BookingCreated>
/** `manageToken` is there when a new address made a new manage link; the old link is dead then. */
export const BookingChanged = z.object({ booking: Booking, manageToken: z.optional(z.string()) })

export const CalendarTicket = z.object({ ticket: z.string(), expiresAt: Instant })

export const MyBookingsQuery = z.object({
  scope: z.optional(z.enum(['upcoming', 'past', 'cancelled'])),
  cursor,
  limit: z.optional(pageSize(50)),
})
export type MyBookingsQuery = z.infer<typeof MyBookingsQuery>

/** Newest first where `scope` is past or cancelled. With `from` and `to` (instants): what overlaps them, by start. */
export const DeskBookingsQuery = z.object({
  scope: z.optional(z.enum(['upcoming', 'past', 'cancelled'])),
  from: z.optional(Instant),
  to: z.optional(Instant),
  cursor,
  limit: z.optional(pageSize(100)),
})
export type DeskBookingsQuery = z.infer<typeof DeskBookingsQuery>

/** `manageToken` opens this one session for the expert in any browser: a token of their own, not the customer's. */
export const DeskBooking = z.object({ booking: Booking, manageToken: z.string() })

/** A session in a line: enough to know which one it is. */
export const UpcomingBooking = z.object({
  id: z.string(),
  startsAt: Instant,
  customer: z.string(),
  expert: z.string(),
})
export type UpcomingBooking = z.infer<typeof UpcomingBooking>

/** Each customer reads the reason. An id that comes twice counts once. */
export const CancellationsInput = z.object({
  ids: z.array(Id).check(z.minLength(1), z.maxLength(100)),
  reason: text(500),
})
export type CancellationsInput = z.infer<typeof CancellationsInput>

/** By id, in the order that they were sent in. `cancelled`: it is, by this request or from before. */
export const Cancellations = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(['cancelled', 'not_found', 'not_changeable', 'stale_version']),
    }),
  ),
})
export type Cancellations = z.infer<typeof Cancellations>

export const DisputeInput = z.object({ word: text(1000) })
export type DisputeInput = z.infer<typeof DisputeInput>

export const disputeStates = ['open', 'decided'] as const
export type DisputeState = (typeof disputeStates)[number]

export const DisputesQuery = z.object({
  state: z.optional(z.enum(disputeStates)),
  cursor,
  limit: z.optional(pageSize(100)),
})
export type DisputesQuery = z.infer<typeof DisputesQuery>

/** What it was, whatever was found first. Both sides read the word. */
export const DisputeDecision = z.object({
  outcome: z.enum(attendanceOutcomes),
  word: z.optional(text(500)),
})
export type DisputeDecision = z.infer<typeof DisputeDecision>

/** Upcoming ones by start, all others the latest start first. `from` and `to` (instants) are about the start: `[from, to)`. */
export const AdminBookingsQuery = z.object({
  query: searchWords,
  cursor,
  limit: z.optional(pageSize(100)),
  scope: z.optional(z.enum(['all', 'upcoming', 'past', 'cancelled'])),
  from: z.optional(Instant),
  to: z.optional(Instant),
  expert: z.optional(Slug),
})
export type AdminBookingsQuery = z.infer<typeof AdminBookingsQuery>
