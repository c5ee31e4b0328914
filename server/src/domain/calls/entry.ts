import type { Party } from '@expertconnect/contract/bookings/shapes'
import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { CallEnd } from '@expertconnect/contract/realtime'
import type { BookingRecord } from '../bookings/booking.ts'
import { partiesOf } from '../bookings/parties.ts'
import type { Person } from '../people/person.ts'
import type { Instant } from '../time/instant.ts'
import { roomStateOf } from './room.ts'

/** How somebody came: what their being in the room rests on. */
export type Proof =
  | { readonly kind: 'customer_link'; readonly tokenVersion: number }
  | { readonly kind: 'expert_link' }
  | { readonly kind: 'session'; readonly sessionId: string; readonly personId: string }

/** One side of one booking, and why whoever holds it is that side. */
export interface Pass {
  readonly bookingId: string
  readonly role: CallRole
  readonly proof: Proof
}

/** The side of somebody who comes to a booking as these parties: the first that there is. Administrators have none. */
export function callRoleOf(parties: readonly Party[]): CallRole | null {
  return parties.find((party) => party !== 'admin') ?? null
}

/**
 * Why whoever has this pass may not be in the room, or no longer; null if they may. `person`: whose session the pass
 * rests on, as they are now; null where there is no such session any more. Whoever is no party of the booking learns
 * nothing else of it.
 */
export function refuseEntry(
  pass: Pass,
  record: BookingRecord,
  person: Pick<Person, 'email' | 'expertId' | 'isAdmin'> | null,
  now: Instant,
): CallEnd | null {
  if (!holds(pass, record, person)) return 'removed'
  switch (roomStateOf(record, now)) {
    case 'open':
      return null
    case 'cancelled':
      return 'cancelled'
    case 'over':
      return 'over'
    // Nobody has a pass before the room opens: it was open, and then the booking was moved.
    case 'early':
      return 'moved'
  }
}

function holds(
  { bookingId, role, proof }: Pass,
  record: BookingRecord,
  person: Pick<Person, 'email' | 'expertId' | 'isAdmin'> | null,
): boolean {
  if (bookingId !== record.id) return false
  switch (proof.kind) {
    case 'customer_link':
      return role === 'customer' && proof.tokenVersion === record.tokenVersion
    case 'expert_link':
      return role === 'expert'
    case 'session':
      return person !== null && partiesOf(person, record).includes(role)
  }
}
