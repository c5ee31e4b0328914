import type { Party } from '@expertconnect/contract/bookings/shapes'
import type { CallRole } from '@expertconnect/contract/calls/shapes'
import { hour, type Instant } from '../time/instant.ts'
import type { Late } from './late.ts'
import type { Settlement } from './settlement.ts'

/** No session lasts longer, so that what overlaps a time is looked for near it. */
export const longestBooking = 8 * hour

/** When a session begins and ends. */
export interface Times {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** The time that a record takes of its expert: `[startsAt, endsAt)` and the gap up to `until`. */
export interface Span extends Times {
  readonly until: Instant
}

export interface Customer {
  readonly name: string
  readonly email: string
  readonly phone?: string | undefined
}

/** Who made a record, as far as limits know them: by pseudonyms alone. What was made before they were kept has none. */
export interface Origin {
  /** The network that it came from. */
  readonly network?: string | undefined
  /** Whoever has proved who they are; left out where nobody has. */
  readonly maker?: string | undefined
}

interface RecordBase extends Span {
  readonly id: string
  readonly expertId: string
  /** Starts at 1 and rises by one with every change: the order of events is the order of versions. */
  readonly version: number
  readonly minutes: number
  readonly createdAt: Instant
}

/** What a booking says beside its time. */
export interface Terms {
  readonly customer: Customer
  readonly topic?: string | undefined
  /** The customer's zone. */
  readonly timeZone: string
  /** The rate that was agreed, minor units; a move to another length is priced by it. */
  readonly hourlyRate: number
  readonly currency: string
  /** The cancellation window that was agreed. */
  readonly cancellationMinutes: number
}

export interface HeldRecord extends RecordBase, Origin {
  readonly state: 'held'
  readonly expiresAt: Instant
  readonly renewed: boolean
  /** The rate that was shown when it was made, minor units: what is made of it is priced by it. */
  readonly hourlyRate?: number | undefined
  /** What it becomes once its customer has proved their address: a provisional booking. */
  readonly pending?: Terms | undefined
  /** Whose hold it is, for the limit of live holds: the browser's name or a keyed hash of the address. */
  readonly holder: string
}

/** A hold that was given up or ran out. Kept for a while, so that its version can be told. */
export interface ReleasedRecord extends RecordBase {
  readonly state: 'released'
}

interface BookingBase extends RecordBase, Origin, Terms {
  readonly bookedAt: Instant
  /** Raised by a change of address: manage links made before are dead. */
  readonly tokenVersion: number
  /** When its address was corrected, as far as that still counts against the limit of a day. */
  readonly readdressedAt?: readonly Instant[] | undefined
}

/** Another time that the expert asks for. It is kept free for nobody. */
export interface Proposal extends Times {
  readonly minutes: number
  readonly note?: string | undefined
  readonly proposedAt: Instant
}

/** That the session goes on for longer, as one side offers to the other. It is kept free for nobody. */
export interface MoreTime {
  readonly by: CallRole
  readonly minutes: number
  readonly offeredAt: Instant
}

export interface BookedRecord extends BookingBase {
  readonly state: 'booked'
  readonly proposal?: Proposal | undefined
  readonly moreTime?: MoreTime | undefined
  /** Who has said that they come later. */
  readonly late?: Late | undefined
  /** What became of it; left out until its room closed, and for ever where nobody was in the room. */
  readonly settlement?: Settlement | undefined
}

export interface CancelledRecord extends BookingBase {
  readonly state: 'cancelled'
  readonly cancelledAt: Instant
  readonly cancelReason?: string | undefined
  readonly cancelledBy: Party
}

export type SlotRecord = HeldRecord | ReleasedRecord | BookedRecord | CancelledRecord
export type LiveRecord = HeldRecord | BookedRecord
export type BookingRecord = BookedRecord | CancelledRecord

/** What a live record takes of its expert's time, without a word of whose it is. */
export type OccupiedTime =
  | Pick<HeldRecord, 'id' | 'version' | keyof Span | 'state' | 'expiresAt'>
  | Pick<BookedRecord, 'id' | 'version' | keyof Span | 'state'>

/** What a person booked, as against a hold or the lack of a record. */
export function isBooking(record: SlotRecord | null): record is BookingRecord {
  return record?.state === 'booked' || record?.state === 'cancelled'
}

/** Held or booked: only such a record owns time. */
export function isLive(record: SlotRecord): record is LiveRecord {
  return record.state === 'held' || record.state === 'booked'
}

export function sameTime(a: Span, b: Span): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt && a.until === b.until
}

/** The price of a session in minor units, rounded half up. */
export function priceOf(hourlyRate: number, minutes: number): number {
  return Math.floor((hourlyRate * minutes) / 60 + 0.5)
}

/** Mended details and proposals of another time are `corrected`: strangers need not hear of either. */
export type ChangeKind = 'held' | 'released' | 'booked' | 'cancelled' | 'moved' | 'corrected'

/** A committed change of one record, as the storage tells it to whoever listens. */
export interface Committed {
  readonly kind: ChangeKind
  readonly record: SlotRecord
  /** With `moved` (and a moved hold): the time that was freed. */
  readonly from?: Span
}
