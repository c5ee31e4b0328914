import type { CallRole } from './shapes.ts'

const others = { customer: 'expert', expert: 'customer' } as const

/** Of the two of a session, the other one. */
export function otherRole(role: CallRole): CallRole {
  return others[role]
}
