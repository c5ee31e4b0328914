import type { Instant } from '../time/instant.ts'
import type { Person, Session } from './person.ts'

/** A key that a person's device keeps, and that opens their account once the device knows who holds it. */
export interface Passkey {
  readonly id: string
  readonly personId: string
  /** By which the device names it; base64url. */
  readonly credentialId: string
  /** As a COSE key; base64url. */
  readonly publicKey: string
  /** How often it has signed, by its own count; 0 where it does not count. */
  readonly counter: number
  /** By which ways browsers reach it. */
  readonly transports: readonly string[]
  /** By which its owner knows it. */
  readonly name: string
  readonly addedAt: Instant
  readonly usedAt: Instant | null
}

/** More than anybody has devices. */
export const passkeysAtMost = 20

/** Whether a mailbox alone opens nothing of theirs: an administrator who has a passkey must use it. */
export function needsPasskey({ isAdmin }: Pick<Person, 'isAdmin'>, passkeys: number): boolean {
  return isAdmin && passkeys > 0
}

/** Whether this session is to be looked at for that: it was opened by a mail, and its person administers. */
export function mayNeedPasskey(person: Pick<Person, 'isAdmin'>, session: Session): boolean {
  return person.isAdmin && session.withPasskey !== true
}
