import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { mine } from '../../../server/api/keys.ts'
import { watchMyBookings } from '../../../server/live/watch-my-bookings.ts'
import { useDoubt } from '../../../server/session/use-doubt.ts'
import { usePaged } from '../../../server/use-paged.ts'
import { refreshLocalBooking } from '../local/local-bookings.ts'
import { myBookingsQuery } from '../queries.ts'
import { type Tab, tabOf } from './tabs.ts'

/** The bookings of who is signed in, one tab of them; they are read again whenever one of them changes. */
export function useMyBookings(tab: Tab, now: number) {
  useBookingsNews()
  const query = useInfiniteQuery(myBookingsQuery(tab))
  const { data } = query
  const list = usePaged(query)

  useEffect(() => {
    // What this browser remembers of them stays true too: the booking panel warns of others at the same time by it.
    for (const page of data?.pages ?? []) {
      for (const booking of page.items) refreshLocalBooking(booking)
    }
  }, [data])

  // What has just ended, or was just cancelled here, is under the other tab already.
  return { ...list, items: list.items?.filter((booking) => tabOf(booking, now) === tab) }
}

function useBookingsNews() {
  const client = useQueryClient()
  const doubt = useDoubt()
  useEffect(() => {
    let later: ReturnType<typeof setTimeout> | undefined
    const read = () => void client.invalidateQueries({ queryKey: mine.bookings })
    const stop = watchMyBookings({
      watched: read,
      changed: () => {
        // Several at once are one reading, and one's own change has been answered by then.
        clearTimeout(later)
        later = setTimeout(read, 300)
      },
      came: read,
      doubted: () => void doubt(),
    })
    return () => {
      clearTimeout(later)
      stop()
    }
  }, [client, doubt])
}
