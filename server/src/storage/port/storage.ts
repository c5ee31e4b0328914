import type { DirectorySort } from '@expertconnect/contract/experts'
import type { AuditEntry } from '../../domain/people/audit.ts'
import type {
  BookedRecord,
  BookingRecord,
  Committed,
  HeldRecord,
  OccupiedTime,
  SessionRecord,
  Span,
} from '../../domain/bookings/booking.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Person } from '../../domain/people/person.ts'
import type { BookingPlace, BookingScope, BookingsPage, PeopleStorage } from './people.ts'
import type { AdminStorage } from './applications.ts'
import type { ProfileStorage } from './experts.ts'

/** An Idempotency-Key with the SHA-256 of what it was sent with. */
export interface Key {
  readonly key: string
  readonly fingerprint: string
}

/** What was answered to a key: enough to give the same answer again. */
export interface Answer {
  readonly record: BookingRecord
  readonly answeredAt: Instant
  readonly fingerprint: string
  /** With which token version the change was asked for: its retry may still come with the old link. */
  readonly tokenVersion: number
}

export type AnswerScope = { readonly expertId: string } | { readonly bookingId: string }

/** What a claim relies on. All of it is compared in the same commit. */
export interface Guard {
  readonly now: Instant
  /** The version of the schedule that the start was found bookable with. */
  readonly scheduleVersion: number
  readonly key: Key
  /** At most so many live records of this holder or e-mail address (whatever its case); `null`: no limit. */
  readonly limit: number | null
}

export type ClaimOutcome<R extends BookingRecord> =
  | { readonly kind: 'done'; readonly record: R }
  /** The key was used before, with the same content. */
  | { readonly kind: 'replayed'; readonly answer: Answer }
  | { readonly kind: 'key_reused' }
  /** A live record owns one of the cells. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'stale_schedule' }
  | { readonly kind: 'too_many' }
  /** The hold to be confirmed is no longer live in that version. */
  | { readonly kind: 'hold_gone' }

export interface Change<R extends BookingRecord> {
  /** The record as it shall be; its version is one above the one that it replaces. */
  readonly next: R
  readonly now: Instant
  /** The cells are claimed anew only with this version of the schedule; left out where the time stays as it is. */
  readonly scheduleVersion?: number
  /** Left out for holds, whose changes are safe to repeat. */
  readonly key?: Key & { readonly tokenVersion: number }
  /** Of an administrator's change; written in the same commit. */
  readonly audit?: AuditEntry
}

export type ChangeOutcome<R extends BookingRecord> =
  | { readonly kind: 'done'; readonly record: R }
  | { readonly kind: 'replayed'; readonly answer: Answer }
  | { readonly kind: 'key_reused' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'stale_schedule' }
  /** Another change came first: the stored version is not one below `next.version`. */
  | { readonly kind: 'stale_version' }

export interface SessionsOf {
  readonly expertId: string
  readonly chosen:
    | { readonly scope: BookingScope; readonly now: Instant }
    | { readonly from: Instant; readonly to: Instant }
  readonly after?: BookingPlace | undefined
  readonly limit: number
}

export interface DirectorySearch {
  /** Prefixes, from the domain's `searchWords`; all must match. */
  readonly words: readonly string[]
  readonly category?: string | undefined
  readonly language?: string | undefined
  readonly maxPrice?: number | undefined
  readonly sort: DirectorySort
  readonly after?: DirectoryCursor | undefined
  readonly limit: number
}

/** The sort value and the id of the last expert of a page. */
export interface DirectoryCursor {
  readonly value: number | null
  readonly id: string
}

export interface DirectoryPage {
  readonly experts: readonly Expert[]
  readonly total: number
  readonly next?: DirectoryCursor | undefined
}

export interface StoredReview {
  readonly id: string
  readonly rating: number
  readonly text?: string | undefined
  readonly author: string
  readonly writtenAt: Instant
}

export interface ReviewPage {
  readonly reviews: readonly StoredReview[]
  readonly total: number
  /** Counts of one to five stars, in that order. */
  readonly stars: readonly [number, number, number, number, number]
  readonly next?: ReviewCursor | undefined
}

/** Reviews with a text come first, then the newest: both are in the cursor. */
export interface ReviewCursor {
  readonly hasText: boolean
  readonly writtenAt: number
  readonly id: string
}

export interface StoredCategory {
  readonly slug: string
  readonly name: string
  readonly icon: string
}

export interface DueExpert {
  readonly expertId: string
  /** Which becoming due it was: another change in the meantime makes it another one. */
  readonly due: number
}

/** The next free slot of an expert's shortest session, and when that answer turns stale by itself. */
export interface NextFree extends DueExpert {
  readonly slot: Span | null
  readonly refreshAt: Instant
}

/** What fills an empty store. Ratings are computed from the reviews. */
export interface Content {
  readonly categories: readonly StoredCategory[]
  readonly experts: readonly Omit<Expert, 'rating'>[]
  readonly reviews: readonly (StoredReview & { readonly expertId: string })[]
  readonly bookings: readonly SessionRecord[]
  readonly people: readonly Person[]
}

/** Whoever listens hears what is committed, on whichever server, and never before its commit. */
export interface StorageListener {
  /** Changes of records, each once, in the order of each record's versions. On this server: before they are answered. */
  changed?(changes: readonly Committed[]): void
  /** The schedule, the profile or the listing of an expert. */
  scheduleChanged?(expertId: string): void
  /** Somebody ended this session, or it was forgotten after its end: whoever relies on it must let go. */
  sessionEnded?(sessionId: string): void
  /** What this person may do is not what it was. Somebody new is not told of: nobody relies on them yet. */
  personChanged?(personId: string): void
  /** From now on changes may be committed that are not heard of, until `resumed`. */
  interrupted?(): void
  /** `complete`: all that happened meanwhile has been told. Otherwise some of it never will be. */
  resumed?(complete: boolean): void
}

/**
 * The one door to durable data. Every operation is atomic; what it answered survives kill -9. Races are decided by
 * a unique key of the engine. An operation whose outcome is unknown rejects with `Unavailable`. Nothing here reads a
 * clock: `now` is a parameter.
 */
export interface Storage {
  /**
   * Makes a hold. Never leaves two live records of one expert with a common cell; expired holds in the way are
   * released in the same commit. A used key answers `replayed` or `key_reused` before anything else is looked at.
   */
  holdSlot(hold: HeldRecord, guard: Guard): Promise<ClaimOutcome<HeldRecord>>

  /**
   * Makes a booking, with the guarantees of `holdSlot`. With `hold`, that record becomes the booking in one write
   * (`booking.id` is its id, `booking.version` one above `hold.version`): the time is never free in between.
   */
  claimBooking(
    booking: BookedRecord,
    guard: Guard,
    hold?: { readonly id: string; readonly version: number },
  ): Promise<ClaimOutcome<BookedRecord>>

  /**
   * Replaces a record: renews, moves or releases a hold; cancels, moves or corrects a booking. A move frees the old
   * cells and takes the new ones in one step; on `taken` nothing has changed. A record that is no longer live
   * (released, cancelled) is `stale_version` for every change.
   */
  changeRecord<R extends BookingRecord>(change: Change<R>): Promise<ChangeOutcome<R>>

  findRecord(id: string): Promise<BookingRecord | null>
  /** What a key was answered with: in the scope of one expert (claims) or of one booking (changes). */
  findAnswer(scope: AnswerScope, key: string): Promise<Answer | null>

  /** The time of live records that overlap `[from, to)`, by start. Holds that expired at `now` are left out. */
  listOccupied(
    expertId: string,
    range: { readonly from: Instant; readonly to: Instant; readonly now: Instant },
  ): Promise<readonly OccupiedTime[]>

  /**
   * Sessions that were booked with an expert. Upcoming ones by start, past and cancelled ones the latest start first; a
   * session is past when its end has come. Of a range: whatever overlaps `[from, to)`, cancelled ones as well, by start.
   */
  listSessionsOf(asked: SessionsOf): Promise<BookingsPage>

  /** Releases holds that expired at `now`; answers how many. Safe on many servers at once: each is released once. */
  releaseExpiredHolds(now: Instant): Promise<number>
  /** Forgets released holds and answers to keys from before `before`; those of bookings stay. */
  forgetReleasedHolds(before: Instant): Promise<number>

  /**
   * Counts one more use of `key`, whichever server of the store it comes to, in the window that is open at `now`: one
   * opens with the first use and ends `milliseconds` later, and from `endsAt` on the next use opens another. Answers
   * how many uses it has, this one included; of many at once, each is answered another number.
   */
  countUse(
    key: string,
    window: { readonly now: Instant; readonly milliseconds: number },
  ): Promise<{ readonly count: number; readonly endsAt: Instant }>
  /** Forgets windows that ended at or before `before`; answers how many. */
  forgetUses(before: Instant): Promise<number>

  listCategories(): Promise<readonly (StoredCategory & { readonly experts: number })[]>
  /** Among those who are listed; so are those whom a category counts. */
  searchExperts(search: DirectorySearch): Promise<DirectoryPage>
  /** Also who is not listed, as by slug: whoever asks decides what becomes of that. */
  findExpert(id: string): Promise<Expert | null>
  findExpertBySlug(slug: string): Promise<Expert | null>
  listReviews(
    expertId: string,
    page: { readonly after?: ReviewCursor | undefined; readonly limit: number },
  ): Promise<ReviewPage>

  /**
   * Experts whose stored `refreshAt` has come or that have none, the longest waiting first. A change that frees time,
   * or takes some of the stored slot, makes its expert due in the same commit: a crash in between forgets nobody.
   */
  listExpertsToRefresh(now: Instant, limit: number): Promise<readonly DueExpert[]>
  /**
   * Stores what the domain computed, in one commit; whoever was made due again since, or lost the computed slot,
   * stays due.
   */
  storeNextFree(times: readonly NextFree[]): Promise<void>

  /** Replaces an expert's schedule; its version must be one above the stored one. */
  replaceSchedule(expertId: string, schedule: Expert['schedule']): Promise<'done' | 'stale_version'>

  readonly people: PeopleStorage
  readonly profiles: ProfileStorage
  readonly admin: AdminStorage

  /** Without content. Whoever signed in before there was any does not count. */
  isEmpty(): Promise<boolean>
  /** Fills an empty store in one commit; throws if it is not empty. No listener hears of it. */
  fill(content: Content): Promise<void>

  /** Answers a function that ends the listening. */
  listen(listener: StorageListener): () => void
  /** Throws if the store cannot serve. */
  ping(): Promise<void>
  /** Waits for what is under way. A second call does nothing. */
  close(): Promise<void>
}
