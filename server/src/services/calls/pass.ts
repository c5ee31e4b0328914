import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { Actor } from '../../base/actor.ts'
import { Refused } from '../../base/problem.ts'
import type { Tokens } from '../../base/tokens.ts'
import type { BookingRecord } from '../../domain/bookings/booking.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Pass, Proof } from '../../domain/calls/entry.ts'

/** What an actor's being this side rests on: the token that came along where it opens that side, the session otherwise. */
export function passOf(
  tokens: Pick<Tokens, 'readCustomer' | 'readExpert'>,
  actor: Actor,
  record: BookingRecord,
  role: CallRole,
  now: Instant,
): Pass {
  return { bookingId: record.id, role, proof: proofOf(tokens, actor, record, role, now) }
}

function proofOf(
  tokens: Pick<Tokens, 'readCustomer' | 'readExpert'>,
  { token, signedIn }: Actor,
  record: BookingRecord,
  role: CallRole,
  now: Instant,
): Proof {
  if (role === 'customer' && tokens.readCustomer(token, record, now) === 'open') {
    return { kind: 'customer_link', tokenVersion: record.tokenVersion }
  }
  if (role === 'expert' && tokens.readExpert(token, record, now) === 'open')
    return { kind: 'expert_link' }
  if (!signedIn) throw new Refused('not_found')
  const { session, person } = signedIn
  return { kind: 'session', sessionId: session.id, personId: person.id }
}
