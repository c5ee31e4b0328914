import type { Booking } from '@expertconnect/contract/bookings'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { mine } from '../../server/api/keys.ts'
import { bookingQuery, deskBookingQuery } from './queries.ts'

type Listed = InfiniteData<{ items: Booking[]; nextCursor?: string | undefined }>

const myLists = mine.bookings
const deskLists = [...mine.deskBookings, 'list'] as const
const deskSpans = [...mine.deskBookings, 'span'] as const

/** The newest version of a booking that the desk has read. */
export function knownBooking(client: QueryClient, id: string): Booking | undefined {
  const lists = client.getQueriesData<Listed>({ queryKey: deskLists })
  const spans = client.getQueriesData<Booking[]>({ queryKey: deskSpans })
  const all = [
    ...lists.flatMap(([, data]) => data?.pages.flatMap((page) => page.items) ?? []),
    ...spans.flatMap(([, data]) => data ?? []),
    client.getQueryData(deskBookingQuery(id).queryKey)?.booking,
  ]
  return all
    .filter((booking) => booking?.id === id)
    .reduce<Booking | undefined>(
      (newest, booking) =>
        newest && booking && newest.version >= booking.version ? newest : booking,
      undefined,
    )
}

/** Shows a changed booking everywhere at once, also where the lists can't be read again just now; they are then read. */
export function noteBooking(client: QueryClient, changed: Booking): void {
  const replaced = (known: Booking) => (known.id === changed.id ? changed : known)
  for (const queryKey of [myLists, deskLists]) {
    client.setQueriesData<Listed>(
      { queryKey },
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({ ...page, items: page.items.map(replaced) })),
        },
    )
  }
  client.setQueriesData<Booking[]>({ queryKey: deskSpans }, (data) => data?.map(replaced))
  client.setQueryData(
    deskBookingQuery(changed.id).queryKey,
    (data) => data && { ...data, booking: changed },
  )
  void client.invalidateQueries({ queryKey: mine.bookings })
  void client.invalidateQueries({ queryKey: mine.deskBookings })
}

/** What is known of a booking is old: whatever shows it is read again. */
export async function doubtBooking(client: QueryClient, id: string, token: string): Promise<void> {
  const doubted = [bookingQuery(id, token).queryKey, mine.bookings, deskBookingQuery(id).queryKey]
  await Promise.all(doubted.map((queryKey) => client.invalidateQueries({ queryKey })))
}
