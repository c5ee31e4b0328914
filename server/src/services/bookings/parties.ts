import type { Party } from '@expertconnect/contract/bookings/shapes'
import type { Actor } from '../../base/actor.ts'
import type { BookingRecord } from '../../domain/bookings/booking.ts'
import { partiesOf } from '../../domain/bookings/parties.ts'
import { Refused } from '../../base/problem.ts'
import type { Tokens } from '../../base/tokens.ts'

/** At least one: whoever is none of them gets no answer. */
export type Parties = readonly [Party, ...Party[]]

type Opened = Pick<BookingRecord, 'id' | 'expertId' | 'customer' | 'tokenVersion'>

/**
 * As whom the actor comes to a booking: by the token of the request first, then as customer, expert and administrator.
 * Whoever is several of them may do what each of them may. To whoever is none of them it does not exist: `not_found`.
 */
export function demandParties(
  tokens: Pick<Tokens, 'opensBooking' | 'opensForExpert'>,
  { token, signedIn }: Actor,
  record: Opened,
): Parties {
  const parties = new Set<Party>()
  if (tokens.opensBooking(token, record)) parties.add('customer')
  if (tokens.opensForExpert(token, record)) parties.add('expert')
  if (signedIn) for (const party of partiesOf(signedIn.person, record)) parties.add(party)
  const [first, ...others] = parties
  if (first === undefined) throw new Refused('not_found')
  return [first, ...others]
}
