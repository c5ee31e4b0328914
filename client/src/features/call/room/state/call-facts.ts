import type { CallRole } from '@expertconnect/contract/calls/shapes'

export interface CallTimes {
  readonly startsAt: string
  readonly endsAt: string
  /** When the room closes. */
  readonly closesAt: string
}

export interface CallPerson {
  readonly name: string
  readonly photoUrl: string | null
}

/** What the interface of a call knows of the booking behind it. */
export interface CallFacts {
  readonly role: CallRole
  readonly self: CallPerson
  readonly other: CallPerson
  /** The other side is still in another session. */
  readonly isOtherHeldUp?: boolean | undefined
  /** `null` where nothing ends by itself, as in practice. */
  readonly times: CallTimes | null
  /** Where the expert meets people when no path is found. */
  readonly meetingUrl?: string | undefined
  /** In practice: the address that is opened in a second tab. */
  readonly practiceUrl?: string | undefined
  /** In a demo: the address by which the other side comes in. */
  readonly demoUrl?: string | undefined
}
