import type { Party } from '@expertconnect/contract/bookings/shapes'
import { emailKey, type Person } from '../people/person.ts'
import type { BookingRecord } from './booking.ts'

/** As whom somebody who is signed in comes to a booking; several, or none at all. */
export function partiesOf(
  { email, expertId, isAdmin }: Pick<Person, 'email' | 'expertId' | 'isAdmin'>,
  record: Pick<BookingRecord, 'expertId' | 'customer'>,
): Party[] {
  const parties: Party[] = []
  if (emailKey(email) === emailKey(record.customer.email)) parties.push('customer')
  if (expertId === record.expertId) parties.push('expert')
  if (isAdmin) parties.push('admin')
  return parties
}
