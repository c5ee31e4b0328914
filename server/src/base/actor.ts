import type { Person, Session } from '../domain/people/person.ts'

declare const minted: unique symbol

/** Who asks. Every service that touches a person's data demands one; only `sessions.ts` makes them. */
export interface Actor {
  readonly [minted]: true
  /** The network address, IPv6 cut to its /64: a key for limits, never stored in the clear. */
  readonly address: string
  /** The network that the address is one of: IPv4 /24, IPv6 /48. As the address, never stored in the clear. */
  readonly site: string
  /** What came in `Authorization: Bearer` or with a socket command: opens one hold or one booking, if it is right. */
  readonly token: string
  /** Who is signed in in this browser. */
  readonly signedIn: SignedIn | null
}

export interface SignedIn {
  readonly session: Session
  readonly person: Person
}
