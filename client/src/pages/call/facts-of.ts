import type { Call } from '@expertconnect/contract/calls/shapes'
import type { CallFacts } from '../../features/call/room/state/call-facts.ts'

/** What the interface of the call is told of the booking. */
export function factsOf(call: Call): CallFacts {
  const { role, self, other, expert, startsAt, endsAt, closesAt, meetingUrl, demoPath } = call
  const portrait = (isExpert: boolean) => (isExpert ? expert.photoUrl : null)
  return {
    role,
    self: { name: self.name, photoUrl: portrait(role === 'expert') },
    other: { name: other.name, photoUrl: portrait(role === 'customer') },
    isOtherHeldUp: other.heldUp,
    times: { startsAt, endsAt, closesAt },
    meetingUrl,
    demoUrl: demoPath === undefined ? undefined : location.origin + demoPath,
  }
}
