import * as z from 'zod/mini'
import { MoreTime } from './more-time.ts'
import { Instant } from '../primitives.ts'

/** The two sides of a call. The expert's offers, the customer's gives way. */
export const callRoles = ['customer', 'expert'] as const
export const CallRole = z.enum(callRoles)
export type CallRole = z.infer<typeof CallRole>

/** Before the room opens, while it is open, after it closed; of a cancelled booking there is none. */
export const callStates = ['early', 'open', 'over', 'cancelled'] as const

/** What came of a session, by who was in its room. `too_short`: too little is known to tell. */
export const attendanceOutcomes = [
  'completed',
  'customer_missed',
  'expert_missed',
  'neither_came',
  'too_short',
] as const
export type AttendanceOutcome = (typeof attendanceOutcomes)[number]

/** As browsers take it. Names and passwords of a relay are made for this person and run out. */
export const IceServer = z.object({
  urls: z.array(z.string()),
  username: z.optional(z.string()),
  credential: z.optional(z.string()),
})
export type IceServer = z.infer<typeof IceServer>

const Side = z.object({
  name: z.string(),
  /** In the room at this moment. Nobody is before it opens. */
  isThere: z.boolean(),
  /** They said that they come later: by about so many minutes, or in words. */
  late: z.optional(z.object({ minutes: z.optional(z.int()), word: z.optional(z.string()) })),
  /** The expert is still in another session, of which nothing is said. */
  heldUp: z.optional(z.boolean()),
})

export const Call = z.object({
  bookingId: z.string(),
  /** Of the booking: changes name it. */
  version: z.int(),
  role: CallRole,
  state: z.enum(callStates),
  now: Instant,
  startsAt: Instant,
  endsAt: Instant,
  opensAt: Instant,
  closesAt: Instant,
  expert: z.object({ slug: z.string(), name: z.string(), photoUrl: z.nullable(z.string()) }),
  self: Side,
  other: Side,
  /** Left out where nobody can ask for it. */
  moreTime: z.optional(MoreTime),
  /** Empty of a booking that has no call any more. */
  iceServers: z.array(IceServer),
  /** The same person may have the ticket for the socket while the room is open. */
  ticket: z.optional(z.string()),
  /** Where the expert meets people when no path is found: for the booked customer and the expert alone. */
  meetingUrl: z.optional(z.string()),
  /** In a demo on its own machine: the path, with its token, by which the other side comes in. */
  demoPath: z.optional(z.string()),
})
export type Call = z.infer<typeof Call>

/** What a browser could not do, for whoever runs the server. */
export const callFaults = ['relay_refused', 'relay_unreachable', 'no_path'] as const
export const CallReport = z.object({ fault: z.enum(callFaults) })
export type CallReport = z.infer<typeof CallReport>
export type CallFault = CallReport['fault']

/** For meeting oneself in two tabs: no relay, which costs whoever hosts it. */
export const Practice = z.object({ iceServers: z.array(IceServer) })

/** `unchecked`: nobody has asked it yet. */
const relayStates = ['unchecked', 'working', 'refused', 'unreachable'] as const
const faultCounts = z.object({
  relay_refused: z.int(),
  relay_unreachable: z.int(),
  no_path: z.int(),
} satisfies Record<CallFault, unknown>)

/** For administrators: whether calls find their paths here. */
export const CallHealth = z.object({
  /** Asked by the server itself, every few minutes. */
  relay: z.object({
    status: z.enum(['none', ...relayStates]),
    since: Instant,
    addresses: z.array(
      z.object({ url: z.string(), status: z.enum(relayStates), detail: z.optional(z.string()) }),
    ),
  }),
  /** On how many sides of calls a browser met this: in the hour that is, and in the last 24. */
  reports: z.object({ thisHour: faultCounts, lastDay: faultCounts }),
})
export type CallHealth = z.infer<typeof CallHealth>
