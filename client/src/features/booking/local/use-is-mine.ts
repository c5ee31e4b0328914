import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { isSameAddress, useSession } from '../../../server/session/use-session.ts'

/** Whether it was booked with the address that is signed in; `null` while that is not known. */
export function useIsMine(booking: Booking): boolean | null {
  const { state, person, failed } = useSession()
  if (state === 'in' && !person && !failed) return null
  return isSameAddress(person?.email, booking.customer?.email)
}
