import type { RoleAudit } from '../../domain/people/audit.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Message } from '../../domain/messages/message.ts'
import type { Passkey } from '../../domain/people/passkey.ts'
import type { Person, Session } from '../../domain/people/person.ts'
import type { Page } from './page.ts'

/** A sign-in that somebody asked for. What proves it is kept as hashes alone. */
export interface Challenge {
  /** SHA-256 of what the cookie of the asking browser holds. */
  readonly id: string
  readonly email: string
  readonly codeHash: string
  readonly linkHash: string
  readonly triesLeft: number
  readonly expiresAt: Instant
}

/** Who asks with a link: the browser that the challenge belongs to, or somebody with its address. */
export type LinkProof = { readonly id: string } | { readonly email: string }

export type Tried =
  | { readonly kind: 'right'; readonly email: string }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  /** Unknown, expired, used, or without a try left. */
  | { readonly kind: 'gone' }

export interface SignedIn {
  readonly session: Session
  readonly person: Person
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

export type RoleOutcome =
  | { readonly kind: 'done'; readonly person: Person }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'still_needed' }

export type AddressChanged =
  | { readonly kind: 'done'; readonly person: Person }
  /** Whoever has this address is an expert or an administrator. */
  | { readonly kind: 'in_use' }
  /** There is no such person any more. */
  | { readonly kind: 'gone' }

/** `gone`: there is no such person any more. */
export type Erased = 'done' | 'upcoming_bookings' | 'has_role' | 'gone'

/** What is stored in the commit of a change of a person: the entry of the log, and the message that they are owed. */
export interface Beside {
  readonly audit?: RoleAudit
  readonly tell?: (person: Person) => Message
}

/** People, how they prove an address, and where they are signed in. */
export interface PeopleStorage {
  startChallenge(challenge: Challenge): Promise<void>
  /** As it is; it may have expired. */
  findChallenge(id: string): Promise<Challenge | null>
  /**
   * Spends one try. The right code ends the challenge in the same commit: of many that come at once, one is right.
   * With the last try spent, every further one is `gone`.
   */
  tryCode(id: string, codeHash: string, now: Instant): Promise<Tried>
  /**
   * Ends the challenge that this link belongs to and answers its address; `null` if there is none that is live. It must
   * come from the browser that asked (`id`) or with the address (`email`, whatever its case). A wrong proof spends a try.
   */
  takeLink(linkHash: string, proof: LinkProof, now: Instant): Promise<string | null>

  /**
   * Opens the session of whoever has this address; at the first time, `person` is made of it. They are told only if they
   * have signed in before.
   */
  signIn(
    person: Person,
    session: Omit<Session, 'personId'>,
    tokenHash: string,
    beside?: Beside,
  ): Promise<SignedIn>
  /** A session that has not ended, and its person as they are now: roles are read anew each time. */
  findSession(tokenHash: string, now: Instant): Promise<SignedIn | null>
  /** Notes that the session is in use. */
  touchSession(id: string, seenAt: Instant): Promise<void>
  /** Sessions that have not ended, the last seen first. */
  listSessions(personId: string, now: Instant): Promise<readonly Session[]>
  /** False if this person has no such session. Listeners hear of it (`sessionEnded`). */
  endSession(personId: string, id: string): Promise<boolean>
  /** All of this person; answers how many. Listeners hear of each. */
  endSessions(personId: string): Promise<number>

  /** The first added first. */
  listPasskeys(personId: string): Promise<readonly Passkey[]>
  findPasskey(credentialId: string): Promise<Passkey | null>
  /**
   * Adds it, and marks the session that it was added in; listeners hear of it (`personChanged`). False if there is no such
   * person, or somebody has this credential already. The entry and the message are written in the same commit.
   */
  addPasskey(passkey: Passkey, sessionId: string, beside?: Beside): Promise<boolean>
  /** Notes that it was used. Of several uses at once with one count, one is noted: false, it has another by now. */
  usePasskey(
    id: string,
    count: { readonly from: number; readonly to: number },
    usedAt: Instant,
  ): Promise<boolean>
  /** False if this person has no such passkey. Listeners hear of it (`personChanged`). What is beside it is one commit with it. */
  removePasskey(personId: string, id: string, beside?: Beside): Promise<boolean>
  /** Removes all of whoever has this address; answers how many. Their sessions by passkey stay. */
  forgetPasskeys(email: string): Promise<number>

  find(id: string): Promise<Person | null>
  findByEmail(email: string): Promise<Person | null>
  /** By address. */
  list(asked: PeopleAsked): Promise<Page<PersonWithExpert, string>>
  /**
   * Makes this person an administrator, or no longer, the last one as well: whoever runs the server may. Listeners hear
   * that their sessions must be looked at anew. The entry and the message are written in the same commit, if anything was changed.
   */
  setAdmin(email: string, isAdmin: boolean, made: Person, beside?: Beside): Promise<Person>
  /**
   * Makes this person an administrator, or no longer; listeners hear of it (`personChanged`). Whatever comes at once, one
   * administrator stays: taking the last one away is `still_needed`. What is so already is `done`, without an entry.
   * The change, its entry and its message are one commit.
   */
  changeRole(personId: string, isAdmin: boolean, beside: Beside): Promise<RoleOutcome>
  /**
   * Gives this person another address, and with it every booking that was made with the one before: in each, version and
   * token version rise by one, so that manage links made before are dead. Somebody without a role who has that address is
   * merged: their sessions end, and their bookings are those of the person from then on. The person's own sessions end
   * but the one to `keep`. `tell` is asked with the person as they were before. All of it is one commit, of
   * which listeners hear as `corrected`, `sessionEnded` and `personChanged`.
   */
  changeAddress(
    personId: string,
    email: string,
    now: Instant,
    beside?: Beside & { readonly keep?: string },
  ): Promise<AddressChanged>
  /**
   * Forgets this person, their sessions, passkeys, what the log says of their sign-ins, sign-ins and applications, and who they were in every booking of their address, also in what
   * was answered to keys and in the trail of administration and beside blocks, where "Erased" stands for them: each of these bookings gets an address of its own from `unusableEmail` and dead manage links.
   * Refused to whoever has a role, or a booking whose end has not come. All of it is one commit, of which listeners hear
   * as `corrected` and `sessionEnded`. In the files of an embedded store no byte of them is left, unless another program
   * reads in that moment: then until `forgetEnded`. What is booked with the address later is somebody new's.
   */
  erase(personId: string, unusableEmail: () => string, now: Instant): Promise<Erased>

  /** Forgets challenges and sessions that ended before `before`; answers how many. */
  forgetEnded(before: Instant): Promise<number>
}
