import type { Actor } from './actor.ts'
import { demandAdmin, demandExpert } from './demand.ts'
import type { Person } from '../domain/people/person.ts'

/** For whom something is done: an expert for themselves, or an administrator for all. */
export interface Desk {
  readonly person: Person
  readonly party: 'expert' | 'admin'
  /** `null`: for every expert. */
  readonly expertId: string | null
}

export function expertsDesk(actor: Actor): Desk {
  const { person, expertId } = demandExpert(actor)
  return { person, party: 'expert', expertId }
}

export function adminsDesk(actor: Actor): Desk {
  return { person: demandAdmin(actor), party: 'admin', expertId: null }
}

/** Whether what belongs to this expert is seen from there. */
export function sees(desk: Desk, expertId: string): boolean {
  return desk.expertId === null || desk.expertId === expertId
}
