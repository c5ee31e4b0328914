import type { applicationStates } from '@expertconnect/contract/experts/shapes'
import type { Instant } from '../time/instant.ts'

/** Somebody who wants to become an expert. The address is as they typed it. */
export interface Application {
  readonly id: string
  readonly email: string
  /** Whoever sent it was signed in with this address. Of all others nobody knows whether it is theirs. */
  readonly proved?: true | undefined
  readonly name: string
  readonly headline: string
  /** The slug as of then: the category may be gone. */
  readonly category: string
  readonly bio: string
  readonly state: (typeof applicationStates)[number]
  readonly sentAt: Instant
  readonly decidedAt?: Instant | undefined
  /** Why it was declined. */
  readonly reason?: string | undefined
}
