import { useQueries } from '@tanstack/react-query'
import { isSameAddress, type Session } from '../../../server/session/use-session.ts'
import { bookingQuery } from '../queries.ts'
import { type LocalBooking, useLocalBookings } from './local-bookings.ts'

/**
 * The bookings that this browser remembers and that are not of the address that is signed in. With whose address one was
 * made is not remembered, only the server tells: what it has not answered yet is not listed, so that nothing that was
 * listed vanishes.
 */
export function useBookedHere(session: Session): readonly LocalBooking[] {
  const entries = useLocalBookings()
  const isAsked = session.state === 'in'
  const queries = useQueries({
    queries: entries.map(({ id, token }) => ({ ...bookingQuery(id, token), enabled: isAsked })),
  })
  if (!isAsked) return entries
  const { person, failed } = session
  if (!person && !failed) return []
  return entries.filter((_, at) => {
    const query = queries[at]
    if (!query || query.isPending) return false
    return !isSameAddress(person?.email, query.data?.customer?.email)
  })
}
