import type { DemoPath } from '../base/calls.ts'
import type { Tokens } from '../base/tokens.ts'

/**
 * Lets whoever tries a demo be both sides: the expert's own link to the call, for the customer of somebody who is made up
 * and comes to no session by themselves.
 */
export function createDemoPath(
  tokens: Pick<Tokens, 'forExpert'>,
  madeUp: ReadonlySet<string>,
): DemoPath {
  return (booking, role) =>
    role === 'customer' && madeUp.has(booking.expertId)
      ? `/b/${booking.id}/call#${tokens.forExpert(booking)}`
      : undefined
}
