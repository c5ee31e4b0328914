import type { Actor } from './actor.ts'
import type { Person } from '../domain/people/person.ts'
import { refuseAdministration, refuseDesk } from '../domain/people/roles.ts'
import { Refused } from './problem.ts'

/** Whose desk this is. Throws the refusal for everybody who is no expert. */
export function demandExpert({ signedIn }: Actor): { person: Person; expertId: string } {
  const person = signedIn?.person ?? null
  const refusal = refuseDesk(person)
  if (refusal || !person || person.expertId === null) throw new Refused(refusal ?? 'forbidden')
  return { person, expertId: person.expertId }
}

/** Throws the refusal for everybody who is no administrator. */
export function demandAdmin({ signedIn }: Actor): Person {
  const person = signedIn?.person ?? null
  const refusal = refuseAdministration(person)
  if (refusal || !person) throw new Refused(refusal ?? 'forbidden')
  return person
}
