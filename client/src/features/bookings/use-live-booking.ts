import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { bookingQuery } from '../../api/queries.ts'
import { watchBooking } from '../../realtime/watch-booking.ts'
import { refreshLocalBooking } from './local-bookings.ts'

/** A booking that follows what happens to it: it is read again only when a newer version is told of. */
export function useLiveBooking(id: string, token: string) {
  const client = useQueryClient()
  const query = useQuery({ ...bookingQuery(id, token), enabled: token !== '' })
  const { data } = query

  useEffect(() => {
    if (token === '') return
    const { queryKey } = bookingQuery(id, token)
    let later: ReturnType<typeof setTimeout> | undefined
    const read = (version: number) => {
      const known = client.getQueryData(queryKey)
      if (known && known.version < version) void client.invalidateQueries({ queryKey })
    }
    const stop = watchBooking({ id, token }, (version) => {
      // The event of one's own change overtakes its answer, which brings the booking (and maybe another token).
      clearTimeout(later)
      later = setTimeout(() => read(version), 300)
    })
    return () => {
      clearTimeout(later)
      stop()
    }
  }, [client, id, token])

  useEffect(() => {
    if (data) refreshLocalBooking(data, token)
  }, [data, token])

  return query
}
