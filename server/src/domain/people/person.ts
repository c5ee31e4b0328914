import { day, hour, type Instant, plus } from '../time/instant.ts'

/** Somebody who has proved an e-mail address. Whoever booked with that address is this person. */
export interface Person {
  readonly id: string
  /** As it was typed at first; compared by `emailKey`. */
  readonly email: string
  readonly isAdmin: boolean
  /** The expert that this person is. */
  readonly expertId: string | null
  readonly createdAt: Instant
}

/** A browser in which a person is signed in. */
export interface Session {
  readonly id: string
  readonly personId: string
  /** In words that its owner recognises: "Firefox on Linux". */
  readonly device: string
  readonly startedAt: Instant
  readonly seenAt: Instant
  /** A passkey opened it, or was added in it. */
  readonly withPasskey?: true
}

const longest = 30 * day
const idle = 7 * day
const idleAdmin = 8 * hour

/** Mail providers do not tell addresses apart by case, so neither do we. */
export function emailKey(email: string): string {
  return email.toLowerCase()
}

/** Others rely on this person: whoever is an expert, or an administrator. */
export function hasRole({ isAdmin, expertId }: Pick<Person, 'isAdmin' | 'expertId'>): boolean {
  return isAdmin || expertId !== null
}

/** When the session ends if nothing more comes from it: 30 days after the sign-in at the latest. */
export function sessionEnd(
  session: Pick<Session, 'startedAt' | 'seenAt'>,
  isAdmin: boolean,
): Instant {
  const whenIdle = plus(session.seenAt, isAdmin ? idleAdmin : idle)
  const atLast = plus(session.startedAt, longest)
  return whenIdle < atLast ? whenIdle : atLast
}
