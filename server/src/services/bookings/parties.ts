import type { Party } from '@expertconnect/contract/bookings/shapes'
import type { Actor } from '../../base/actor.ts'
import type { BookingRecord } from '../../domain/bookings/booking.ts'
import { partiesOf } from '../../domain/bookings/parties.ts'
import { Refused } from '../../base/problem.ts'
import type { LinkState, Tokens } from '../../base/tokens.ts'
import type { Instant } from '../../domain/time/instant.ts'

/** At least one: whoever is none of them gets no answer. */
export type Parties = readonly [Party, ...Party[]]

type Opened = Pick<BookingRecord, 'id' | 'expertId' | 'customer' | 'tokenVersion' | 'endsAt'>

/**
 * As whom the actor comes to a booking: by the token of the request first, then as customer, expert and administrator.
 * Whoever is several of them may do what each of them may. To whoever is none of them it does not exist: `not_found`. Only
 * who had the right link learns that its time has passed: `link_over`.
 */
export function demandParties(
  tokens: Pick<Tokens, 'readCustomer' | 'readExpert'>,
  { token, signedIn }: Actor,
  record: Opened,
  now: Instant,
): Parties {
  const links = {
    customer: tokens.readCustomer(token, record, now),
    expert: tokens.readExpert(token, record, now),
  }
  const parties = new Set<Party>()
  if (links.customer === 'open') parties.add('customer')
  if (links.expert === 'open') parties.add('expert')
  if (signedIn) for (const party of partiesOf(signedIn.person, record)) parties.add(party)
  const [first, ...others] = parties
  if (first === undefined) throw new Refused(isOver(links) ? 'link_over' : 'not_found')
  return [first, ...others]
}

function isOver(links: { readonly customer: LinkState; readonly expert: LinkState }): boolean {
  return links.customer === 'over' || links.expert === 'over'
}
