import type { AuditEntry } from '../../domain/people/audit.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Photo } from '../../domain/experts/photo.ts'

export interface NewExpert {
  /** The category goes by its slug: its name is the stored one. */
  readonly expert: Expert
  /** Who becomes this expert: whoever has their address, or they themselves if nobody has. */
  readonly person: Person
  readonly audit: AuditEntry
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

/** Who offers sessions, behind the same guarantees as the rest of the store. */
export interface ProfileStorage {
  /**
   * Makes the expert, their person and the audit entry in one commit, with the approval that it is. A unique key
   * decides who has a slug.
   */
  create(made: NewExpert): Promise<NewExpertOutcome>
  /**
   * Changes profile and listing, with what searches compare, the photo and the audit entry in one commit. A photo that
   * nobody refers to any more is removed in it. Listeners hear of it (`scheduleChanged`): what anybody remembers of the
   * expert is out of date.
   */
  change(change: ProfileChange): Promise<ProfileOutcome>
  /** The bytes, WebP. */
  findPhoto(id: string): Promise<Uint8Array | null>
}
