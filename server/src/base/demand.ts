import type { Person } from '../domain/people/person.ts'
import { refuseAdministration, refuseDesk } from '../domain/people/roles.ts'
import type { Actor, SignedIn } from './actor.ts'
import { Refused } from './problem.ts'

type Asking = Pick<Actor, 'signedIn'>

/** Throws the refusal for everybody who is not signed in. */
export function demandSignedIn({ signedIn }: Asking): SignedIn {
  if (!signedIn) throw new Refused('signed_out')
  return signedIn
}

/** Who is signed in. Throws the refusal for everybody who is not. */
export function demandPerson(asking: Asking): Person {
  return demandSignedIn(asking).person
}

/** Whose desk this is. Throws the refusal for everybody who is no expert. */
export function demandExpert({ signedIn }: Asking): { person: Person; expertId: string } {
  const person = signedIn?.person ?? null
  const refusal = refuseDesk(person)
  if (refusal || !person || person.expertId === null) throw new Refused(refusal ?? 'forbidden')
  return { person, expertId: person.expertId }
}

/** Throws the refusal for everybody who is no administrator. */
export function demandAdmin({ signedIn }: Asking): Person {
  const person = signedIn?.person ?? null
  const refusal = refuseAdministration(person)
  if (refusal || !person) throw new Refused(refusal ?? 'forbidden')
  return person
}
