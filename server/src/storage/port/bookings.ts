import type { Party } from '@expertconnect/contract/bookings/shapes'
import type { AuditEntry } from '../../domain/people/audit.ts'
import type {
  BookedRecord,
  SlotRecord,
  HeldRecord,
  OccupiedTime,
  BookingRecord,
} from '../../domain/bookings/booking.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Page, TimePlace, Wanted } from './page.ts'

/** An Idempotency-Key with the SHA-256 of what it was sent with. */
export interface Key {
  readonly key: string
  readonly fingerprint: string
}

/** What was answered to a key: enough to give the same answer again. */
export interface Answer {
  readonly record: SlotRecord
  readonly answeredAt: Instant
  readonly fingerprint: string
  /** With which token version the change was asked for: its retry may still come with the old link. */
  readonly tokenVersion: number
}

export type AnswerScope = { readonly expertId: string } | { readonly bookingId: string }

/** What becomes of a key that was used before: with the same content, or with another one. */
export type Replay =
  | { readonly kind: 'replayed'; readonly answer: Answer }
  | { readonly kind: 'key_reused' }

/** What a claim relies on. All of it is compared in the same commit. */
export interface Guard {
  readonly now: Instant
  /** The version of the schedule that the start was found bookable with. */
  readonly scheduleVersion: number
  readonly key: Key
  /** Left out: there are none. */
  readonly ceilings?: Ceilings | undefined
  /** Of a confirmation: the hold as `find` gave it just now. Not every store has to look at it again then. */
  readonly before?: HeldRecord | undefined
}

/** What is counted before a record is made. Of the record itself, where it is there already, nothing counts. */
export interface Ceilings {
  /** So many live holds of its holder at most. */
  readonly holds?: number
  /** So many upcoming bookings of its maker at most. */
  readonly bookings?: number
  /** So much of the expert's time at most, in milliseconds, for what nobody has proved: see `Unproved`. */
  readonly unproved?: Unproved & {
    /** From when on it counts as made lately. */
    readonly since: Instant
  }
}

/** Time of one expert, in milliseconds, with its gaps, in live records that have a network and no maker. */
export interface Unproved {
  /** From the network of the record. */
  readonly network: number
  /** From whatever network, made lately. */
  readonly lately: number
}

export type ClaimOutcome<R extends SlotRecord> =
  | { readonly kind: 'done'; readonly record: R }
  | Replay
  /** A live record owns one of the cells. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'stale_schedule' }
  | { readonly kind: 'too_many' }
  /** It would be more than may be kept without proof. */
  | { readonly kind: 'unproved' }
  /** The hold to be confirmed is no longer live in that version. */
  | { readonly kind: 'hold_gone' }

export interface Change<R extends SlotRecord> {
  /** The record as it shall be; its version is one above the one that it replaces. */
  readonly next: R
  readonly now: Instant
  /** The record that it replaces, as `find` gave it just now. Not every store has to look at it again then. */
  readonly before?: SlotRecord | undefined
  /** The cells are claimed anew only with this version of the schedule; left out where the time stays as it is. */
  readonly scheduleVersion?: number
  /** Left out for holds, whose changes are safe to repeat. */
  readonly key?: Key & { readonly tokenVersion: number }
  /** Of more time than before; left out: there are none. */
  readonly ceilings?: Ceilings | undefined
  /** Who made it, where somebody is to be told of it by that. */
  readonly by?: Party
  /** Of an administrator's change; written in the same commit. */
  readonly audit?: AuditEntry
}

export type ChangeOutcome<R extends SlotRecord> =
  | { readonly kind: 'done'; readonly record: R }
  | Replay
  | { readonly kind: 'taken' }
  | { readonly kind: 'stale_schedule' }
  /** It would be more than may be kept without proof. */
  | { readonly kind: 'unproved' }
  /** Another change came first: the stored version is not one below `next.version`. */
  | { readonly kind: 'stale_version' }

export const bookingScopes = ['upcoming', 'past', 'cancelled'] as const
export type BookingScope = (typeof bookingScopes)[number]

export interface OccupiedRange {
  readonly from: Instant
  readonly to: Instant
  readonly now: Instant
}

/** The last booking of a page. */
export interface BookingPlace {
  readonly startsAt: Instant
  readonly id: string
}

export type BookingsPage = Page<BookingRecord, BookingPlace>

interface PageAsked {
  readonly after?: BookingPlace | undefined
  readonly limit: number
}

export interface OfCustomer extends PageAsked {
  readonly email: string
  readonly scope: BookingScope
  readonly now: Instant
}

export interface OfExpert extends PageAsked {
  readonly expertId: string
  readonly chosen:
    | { readonly scope: BookingScope; readonly now: Instant }
    | { readonly from: Instant; readonly to: Instant }
}

/** Upcoming bookings that have something in common. */
export interface Alike {
  /** Left out: with whomever. */
  readonly expertId?: string | undefined
  /** `domain`: of addresses in it, or in a domain inside it. `network`: by its pseudonym. */
  readonly by: 'email' | 'domain' | 'network'
  readonly value: string
  readonly now: Instant
  readonly limit: number
}

export interface BookingSearch extends PageAsked, Wanted {
  readonly scope: BookingScope | 'all'
  readonly now: Instant
  readonly expertId?: string | undefined
  /** That start in `[from, to)`. */
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/** Those that start in `[from, before)`, with one expert or with all. */
export interface TallyAsked {
  readonly expertId?: string | undefined
  readonly from: Instant
  readonly before: Instant
  readonly now: Instant
}

/** What became of bookings: by the domain's `statusOf`. What is not over is not counted. */
export interface Tally {
  readonly held: number
  readonly missed: number
  readonly cancelled: number
  /** Of those that were held. */
  readonly minutes: number
  /** The prices of those that were held, minor units. */
  readonly earned: number
}

/** Sessions of which a side says that it was otherwise. */
export interface Disputed {
  readonly state: 'open' | 'decided'
  readonly after?: TimePlace | undefined
  readonly limit: number
}

export type DisputedPage = Page<BookedRecord, TimePlace>

/**
 * Bookings, and the holds that some of them begin as: both are records. Whom a change must be told is stored with it, in
 * the same commit: see `MessageStorage`.
 */
export interface BookingStorage {
  /**
   * Makes a hold. Never leaves two live records of one expert with a common cell; expired holds in the way are
   * released in the same commit. A used key answers `replayed` or `key_reused` before anything else is looked at.
   */
  hold(hold: HeldRecord, guard: Guard): Promise<ClaimOutcome<HeldRecord>>
  /** Makes a booking from nothing, with the guarantees of `hold`. */
  claim(booking: BookedRecord, guard: Guard): Promise<ClaimOutcome<BookedRecord>>
  /**
   * Makes a booking of a hold, with the guarantees of `hold`. The hold's record becomes the booking in one write
   * (`booking.id` is its id, `booking.version` one above its version): the time is never free in between.
   */
  confirm(booking: BookedRecord, guard: Guard): Promise<ClaimOutcome<BookedRecord>>
  /**
   * Replaces a record: renews, moves or releases a hold; cancels, moves or corrects a booking. A move frees the old
   * cells and takes the new ones in one step; on `taken` nothing has changed. A record that is no longer live
   * (released, cancelled) is `stale_version` for every change.
   */
  change<R extends SlotRecord>(change: Change<R>): Promise<ChangeOutcome<R>>

  /** Whoever uses this address is known to be `maker` from now on: their upcoming bookings count as proved. */
  prove(email: string, maker: string, now: Instant): Promise<void>

  find(id: string): Promise<SlotRecord | null>
  /**
   * The record, and what this key was answered with in the scope of this booking, both of one moment: the same request,
   * sent twice, does not take its own change for somebody else's.
   */
  findWithAnswer(
    id: string,
    key: string,
  ): Promise<{ readonly record: SlotRecord; readonly answer: Answer | null } | null>
  /** What a key was answered with: in the scope of one expert (claims) or of one booking (changes). */
  findAnswer(scope: AnswerScope, key: string): Promise<Answer | null>

  /** The time of live records that overlap `[from, to)`, by start. Holds that expired at `now` are left out. */
  listOccupied(expertId: string, range: OccupiedRange): Promise<readonly OccupiedTime[]>
  /**
   * The same as this server last heard of it: on others there may have been a change a moment ago. For boards, which
   * change when it is heard; not for what is decided or stored.
   */
  recallOccupied(expertId: string, range: OccupiedRange): Promise<readonly OccupiedTime[]>
  /**
   * Bookings made with this address, whatever its case: upcoming ones by start, past and cancelled ones the latest
   * start first. A booking is past when its end has come.
   */
  listOfCustomer(asked: OfCustomer): Promise<BookingsPage>
  /**
   * Bookings with an expert, in the order of `listOfCustomer`. Of a range: whatever overlaps `[from, to)`, cancelled ones
   * as well, by start.
   */
  listOfExpert(asked: OfExpert): Promise<BookingsPage>
  /** Of whomever, with whomever or with one expert: upcoming ones by start, all others the latest start first. */
  search(asked: BookingSearch): Promise<BookingsPage>
  /** By start. */
  listAlike(asked: Alike): Promise<readonly BookedRecord[]>
  /** By when they were first disputed, the latest first. */
  listDisputed(asked: Disputed): Promise<DisputedPage>
  tally(asked: TallyAsked): Promise<Tally>
  /** Those that are live at `now`: of one expert, or of all. */
  listHolds(now: Instant, expertId?: string): Promise<readonly HeldRecord[]>

  /** Releases holds that expired at `now`; answers how many. Safe on many servers at once: each is released once. */
  releaseExpired(now: Instant): Promise<number>
  /** Forgets released holds and answers to keys from before `before`; those of bookings stay. */
  forgetReleased(before: Instant): Promise<number>
}
