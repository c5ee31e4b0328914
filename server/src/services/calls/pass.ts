import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { Actor } from '../../base/actor.ts'
import { Refused } from '../../base/problem.ts'
import type { Tokens } from '../../base/tokens.ts'
import type { BookingRecord } from '../../domain/bookings/booking.ts'
import type { Pass, Proof } from '../../domain/calls/entry.ts'

/** What an actor's being this side rests on: the token that came along where it opens that side, the session otherwise. */
export function passOf(
  tokens: Pick<Tokens, 'opensBooking' | 'opensForExpert'>,
  actor: Actor,
  record: BookingRecord,
  role: CallRole,
): Pass {
  return { bookingId: record.id, role, proof: proofOf(tokens, actor, record, role) }
}

function proofOf(
  tokens: Pick<Tokens, 'opensBooking' | 'opensForExpert'>,
  { token, signedIn }: Actor,
  record: BookingRecord,
  role: CallRole,
): Proof {
  if (role === 'customer' && tokens.opensBooking(token, record)) {
    return { kind: 'customer_link', tokenVersion: record.tokenVersion }
  }
  if (role === 'expert' && tokens.opensForExpert(token, record)) return { kind: 'expert_link' }
  if (!signedIn) throw new Refused('not_found')
  const { session, person } = signedIn
  return { kind: 'session', sessionId: session.id, personId: person.id }
}
