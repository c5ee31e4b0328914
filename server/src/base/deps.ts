import type { CallFault, CallRole, IceServer } from '@expertconnect/contract/calls/shapes'
import type { Instant } from '../domain/time/instant.ts'
import type { Mail } from '../mail/mail.ts'
import type { Storage } from '../storage/port/storage.ts'
import type { Tokens } from './tokens.ts'

/** Somebody in a call, without a word of who it is. */
export interface OneSide {
  readonly bookingId: string
  readonly role: CallRole
}

/** What the services stand on; `main.ts` and the test harness put it together. */
export interface Deps {
  readonly storage: Storage
  readonly clock: () => Instant
  /** A new id, not to be guessed. */
  readonly newId: () => string
  readonly tokens: Tokens
  /** Random bits that cannot be guessed, as base64url. */
  readonly newSecret: (bits: number) => string
  /** A code of six digits. */
  readonly newCode: () => string
  /** Delivers, or keeps for delivery; what is asked for waits until it is safe. */
  readonly sendMail: (mail: Mail) => Promise<void>
  /** By which servers a side of a call finds a way to the other; what is made for them runs out at `until`. */
  readonly iceServers: (forWhom: OneSide & { readonly until: Instant }) => readonly IceServer[]
  /** For whoever meets themselves: without a relay. */
  readonly practiceIceServers: readonly IceServer[]
  /** Told what a browser could not do, for whoever runs the server. */
  readonly callFaults: { note(fault: CallFault, of: OneSide): void }
  readonly currency: string
  /** The limits per holder and e-mail address; `false` for tests, benchmarks and behind a limiting front. */
  readonly limits: boolean
}
