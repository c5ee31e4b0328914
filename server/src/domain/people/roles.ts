import type { ProblemCode } from '@expertconnect/contract/problems'
import { type Instant, minute } from '../time/instant.ts'
import type { Person, Session } from './person.ts'

type Refusal = Extract<ProblemCode, 'signed_out' | 'forbidden'>

const proofIsFresh = 10 * minute

/** Why there is no desk for them; null if there is. Administrators have none unless they are experts as well. */
export function refuseDesk(person: Person | null): Refusal | null {
  if (!person) return 'signed_out'
  return person.expertId === null ? 'forbidden' : null
}

/** Why they may not administer; null if they may. */
export function refuseAdministration(person: Person | null): Refusal | null {
  if (!person) return 'signed_out'
  return person.isAdmin ? null : 'forbidden'
}

/** Whether the address was proved only just now: a browser that was left open is no proof of who sits at it. */
export function isFreshProof({ startedAt }: Session, now: Instant): boolean {
  return now - startedAt <= proofIsFresh
}
