import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { CallAnswer } from '@expertconnect/contract/endpoints'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { deskBookings, sessionQuery } from './queries.ts'

type Listed = InfiniteData<CallAnswer<'listDeskBookings'>>

/** The newest version of a session that this page has read. */
export function knownBooking(client: QueryClient, id: string): Booking | undefined {
  const lists = client.getQueriesData<Listed>({ queryKey: [...deskBookings, 'list'] })
  const spans = client.getQueriesData<Booking[]>({ queryKey: [...deskBookings, 'span'] })
  const all = [
    ...lists.flatMap(([, data]) => data?.pages.flatMap((page) => page.items) ?? []),
    ...spans.flatMap(([, data]) => data ?? []),
    client.getQueryData(sessionQuery(id).queryKey)?.booking,
  ]
  return all
    .filter((booking) => booking?.id === id)
    .reduce<Booking | undefined>(
      (newest, booking) =>
        newest && booking && newest.version >= booking.version ? newest : booking,
      undefined,
    )
}

/** Shows a changed session everywhere at once; the lists are then read again. */
export function noteBooking(client: QueryClient, changed: Booking): void {
  const replaced = (known: Booking) => (known.id === changed.id ? changed : known)
  client.setQueriesData<Listed>(
    { queryKey: [...deskBookings, 'list'] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, items: page.items.map(replaced) })),
      },
  )
  client.setQueriesData<Booking[]>({ queryKey: [...deskBookings, 'span'] }, (data) =>
    data?.map(replaced),
  )
  client.setQueryData(
    sessionQuery(changed.id).queryKey,
    (data) => data && { ...data, booking: changed },
  )
  void client.invalidateQueries({ queryKey: deskBookings })
}
