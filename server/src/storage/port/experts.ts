import type { DirectorySort } from '@expertconnect/contract/experts/shapes'
import type { AuditEntry } from '../../domain/people/audit.ts'
import type { Span } from '../../domain/bookings/booking.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Message } from '../../domain/messages/message.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Photo } from '../../domain/experts/photo.ts'
import type { Page, Wanted } from './page.ts'

export interface DirectorySearch {
  /** Prefixes, from the domain's `searchWords`; all must match, and of a list among them one. */
  readonly words: readonly (string | readonly string[])[]
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

export interface DirectoryPage extends Page<Expert, DirectoryCursor> {
  readonly total: number
}

export interface ExpertsAsked extends Wanted {
  readonly show: 'all' | 'listed' | 'unlisted'
  /** The slug of the last one of a page. */
  readonly after?: string | undefined
  readonly limit: number
}

export interface ExpertWithEmail {
  readonly expert: Expert
  /** With which address this expert signs in. */
  readonly email: string | null
}

export interface NewExpert {
  /** The category goes by its slug: its name is the stored one. */
  readonly expert: Expert
  /** Who becomes this expert: whoever has their address, or they themselves if nobody has. */
  readonly person: Person
  readonly audit: AuditEntry
  /** What they are told of it. */
  readonly message: Message
  /** The application that this approves. */
  readonly application?: { readonly id: string; readonly at: Instant } | undefined
}

export type NewExpertOutcome =
  | { readonly kind: 'done'; readonly expert: Expert; readonly person: Person }
  | { readonly kind: 'slug_taken' }
  /** That person is an expert already. */
  | { readonly kind: 'address_in_use' }
  | { readonly kind: 'no_category' }
  /** The application does not wait any more. */
  | { readonly kind: 'already_decided' }

export interface ProfileChange {
  /**
   * As the expert shall be, its version one above the one that it replaces. Of it the profile is taken: schedule, rating
   * and next free start are left as they are stored, and the category's name follows from its slug.
   */
  readonly next: Expert
  /** What `next.photoUrl` is the address of, where it is new. */
  readonly photo?: Photo | undefined
  readonly audit?: AuditEntry | undefined
}

export type ProfileOutcome =
  | { readonly kind: 'done'; readonly expert: Expert }
  | { readonly kind: 'stale_version' }
  | { readonly kind: 'no_category' }

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

export interface ExpertStorage {
  /** Also who is not listed, as by slug: whoever asks decides what becomes of that. */
  find(id: string): Promise<Expert | null>
  /**
   * As this server last heard of them: on others there may have been a change a moment ago, and the next free start may be
   * older than that. For claims, which name the version of the schedule that they go by, and for names.
   */
  recall(id: string): Promise<Expert | null>
  findBySlug(slug: string): Promise<Expert | null>
  /** The directory: among those who are listed. */
  search(search: DirectorySearch): Promise<DirectoryPage>
  /** Each word that experts are found by, once, in no order; also those of who is not listed. */
  listWords(): Promise<readonly string[]>
  /** Whoever is listed or not, by slug. */
  list(asked: ExpertsAsked): Promise<Page<ExpertWithEmail, string>>
  emailOf(expertId: string): Promise<string | null>
  /** The bytes, WebP. */
  findPhoto(id: string): Promise<Uint8Array | null>

  /**
   * Makes the expert, their person, the audit entry and the message in one commit, with the approval that it is. A unique key
   * decides who has a slug.
   */
  create(made: NewExpert): Promise<NewExpertOutcome>
  /**
   * Changes profile and listing, with what searches compare, the photo and the audit entry in one commit. A photo that
   * nobody refers to any more is removed in it. Listeners hear of it (`scheduleChanged`): what anybody remembers of the
   * expert is out of date.
   */
  change(change: ProfileChange): Promise<ProfileOutcome>

  /**
   * Experts whose stored `refreshAt` has come or that have none, the longest waiting first. A change that frees time,
   * or takes some of the stored slot, makes its expert due in the same commit: a crash in between forgets nobody.
   */
  listDue(now: Instant, limit: number): Promise<readonly DueExpert[]>
  /**
   * Stores what the domain computed, in one commit; whoever was made due again since, or lost the computed slot,
   * stays due.
   */
  storeNextFree(times: readonly NextFree[]): Promise<void>
}
