import type { Application } from '../../domain/experts/application.ts'
import type { AuditEntry, RoleAudit } from '../../domain/people/audit.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Person } from '../../domain/people/person.ts'
import type { BookingPlace, BookingScope, BookingsPage } from './people.ts'

/** By the beginning of an e-mail address or by the beginnings of words, in the form of the domain's `searchWords`. */
export interface Wanted {
  readonly email?: string | undefined
  readonly words?: readonly string[] | undefined
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

export interface BookingsAsked extends Wanted {
  readonly scope: BookingScope | 'all'
  readonly now: Instant
  readonly after?: BookingPlace | undefined
  readonly limit: number
}

export interface PeopleAsked {
  /** The beginning of an address; empty for everybody. */
  readonly email: string
  readonly role: 'all' | 'expert' | 'admin'
  /** The key of the address of the last one of a page. */
  readonly after?: string | undefined
  readonly limit: number
}

export interface PersonWithExpert {
  readonly person: Person
  readonly expertName: string | null
}

/** The last entry of a page. */
export interface TimePlace {
  readonly at: Instant
  readonly id: string
}

export interface ApplicationsAsked extends Wanted {
  readonly state?: Application['state'] | undefined
  readonly after?: TimePlace | undefined
  readonly limit: number
}

export interface Page<T, P> {
  readonly items: readonly T[]
  readonly next?: P | undefined
}

interface Category {
  readonly slug: string
  readonly name: string
  readonly icon: string
}

export interface Decline {
  readonly id: string
  readonly at: Instant
  readonly reason?: string | undefined
}

export type RoleOutcome =
  | { readonly kind: 'done'; readonly person: Person }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'still_needed' }

export type DeclineOutcome =
  | { readonly kind: 'done'; readonly application: Application }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'already_decided' }

/**
 * What administrators do. Each change and its audit entry are one commit: neither is there without the other. Names of
 * bookings and applications are looked for in `lookedAtMost` of them at a time: a page may be short or empty and still
 * have a next one.
 */
export interface AdminStorage {
  /** By slug. */
  listExperts(asked: ExpertsAsked): Promise<Page<ExpertWithEmail, string>>
  emailOf(expertId: string): Promise<string | null>

  /** At the end of the list. A unique key decides who has a slug. */
  makeCategory(category: Category, audit: AuditEntry): Promise<'done' | 'already_there'>
  /** Name and icon; whoever is in it is found by the new name in the same commit. */
  changeCategory(category: Category, audit: AuditEntry): Promise<'done' | 'not_found'>
  /** Never leaves an expert in a category that is gone, whoever comes into it at the same time. */
  removeCategory(slug: string, audit: AuditEntry): Promise<'done' | 'not_found' | 'category_in_use'>

  /** Of whomever and with whomever: upcoming ones by start, all others the latest start first. */
  findBookings(asked: BookingsAsked): Promise<BookingsPage>

  /** By address. */
  listPeople(asked: PeopleAsked): Promise<Page<PersonWithExpert, string>>
  /**
   * Makes this person an administrator, or no longer; listeners hear of it (`personChanged`). Whatever comes at once, one
   * administrator stays: taking the last one away is `still_needed`. What is so already is `done`, without an entry.
   */
  changeRole(personId: string, isAdmin: boolean, audit: RoleAudit): Promise<RoleOutcome>

  /** Takes the place of the one that waits under this address, if there is one. */
  apply(application: Application): Promise<void>
  findApplication(id: string): Promise<Application | null>
  /** The latest first. */
  listApplications(asked: ApplicationsAsked): Promise<Page<Application, TimePlace>>
  /** Of one address, whatever its case; the latest first. */
  listApplicationsOf(email: string): Promise<readonly Application[]>
  /** Of several decisions at once one is made. Approving is `profiles.create` with the application. */
  decline(declined: Decline, audit: AuditEntry): Promise<DeclineOutcome>

  /** The latest first. */
  listAudit(asked: {
    readonly after?: TimePlace | undefined
    readonly limit: number
  }): Promise<Page<AuditEntry, TimePlace>>
}
