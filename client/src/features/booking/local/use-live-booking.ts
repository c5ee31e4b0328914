import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { watchBooking } from '../../../server/live/watch-booking.ts'
import { watchMyBookings } from '../../../server/live/watch-my-bookings.ts'
import { useDoubt } from '../../../server/session/use-doubt.ts'
import { isSameAddress, useSession } from '../../../server/session/use-session.ts'
import { bookingQuery } from '../queries.ts'
import { refreshLocalBooking } from './local-bookings.ts'

/**
 * A booking that follows what happens to it: it is read again only when a newer version is told of. Without a token it
 * opens for who is signed in, where somebody is (`signedIn`).
 */
export function useLiveBooking(id: string, token: string, signedIn = false) {
  const client = useQueryClient()
  const doubt = useDoubt()
  const enabled = token !== '' || signedIn
  const query = useQuery({ ...bookingQuery(id, token), enabled })

  useEffect(() => {
    if (!enabled) return
    const { queryKey } = bookingQuery(id, token)
    let later: ReturnType<typeof setTimeout> | undefined
    const read = (version: number) => {
      const known = client.getQueryData(queryKey)
      if (known && known.version < version) void client.invalidateQueries({ queryKey })
    }
    const told = (version: number) => {
      // The event of one's own change overtakes its answer, which brings the booking (and maybe another token).
      clearTimeout(later)
      later = setTimeout(() => read(version), 300)
    }
    const readAgain = () => void client.invalidateQueries({ queryKey })
    const stop =
      token === ''
        ? watchMyBookings({
            // Unlike the token's watch, this one does not tell the version: what was read before may be old.
            watched: readAgain,
            changed: (change) => change.id === id && told(change.version),
            came: (change) => change.id === id && readAgain(),
            doubted: () => void doubt(),
          })
        : watchBooking({ id, token }, told, readAgain)
    return () => {
      clearTimeout(later)
      stop()
    }
  }, [client, doubt, id, token, enabled])

  return query
}

/** For its customer: what this browser remembers of it follows too. */
export function useOwnLiveBooking(id: string, token: string, signedIn = false) {
  const query = useLiveBooking(id, token, signedIn)
  const { data } = query
  const { state, person } = useSession()
  // The session may have opened it, with a token that is void: then the one that is remembered is the better one.
  const byToken =
    state !== 'in' || (person !== null && !isSameAddress(person.email, data?.customer?.email))
  useEffect(() => {
    if (data) refreshLocalBooking(data, byToken && token !== '' ? token : undefined)
  }, [data, token, byToken])
  return query
}
