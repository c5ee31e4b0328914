import type { Booking, BookingChange } from '@expertconnect/contract/bookings/shapes'
import type { CallAnswer } from '@expertconnect/contract/endpoints'
import type { Problem } from '@expertconnect/contract/problem'
import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { createIntention } from '../../api/intention.ts'
import { problemOf } from '../../api/problem.ts'
import { bookingQuery, mine } from '../../api/queries.ts'
import { useDoubt } from '../../session/use-doubt.ts'

type Unversioned<T> = T extends { version: number } ? Omit<T, 'version'> : never
export type Change = Unversioned<BookingChange>

export interface Changed {
  readonly booking: Booking
  /** The one that opens it from now on. */
  readonly token: string
}

/**
 * Changes a booking, by its token or (an empty one) as who is signed in. A retry has one effect; a booking that has
 * changed in the meantime is read again.
 */
export function useChangeBooking(token: string, onChanged: (changed: Changed) => void) {
  const client = useQueryClient()
  const doubt = useDoubt()
  const [sendOnce] = useState(createIntention)

  /** Answers why it was refused, or nothing. */
  return async (booking: Booking, change: Change): Promise<Problem | null> => {
    const { id, version } = booking
    const body = { ...change, version } as BookingChange
    try {
      const answer = await sendOnce(body, (key) =>
        call('changeBooking', { params: { id }, body }, { key, bearer: token }),
      )
      const next = answer.manageToken ?? token
      client.setQueryData(bookingQuery(id, next).queryKey, answer.booking)
      updateLists(client, answer.booking)
      onChanged({ booking: answer.booking, token: next })
      return null
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code === 'stale_version') {
        await Promise.all([
          client.invalidateQueries({ queryKey: bookingQuery(id, token).queryKey }),
          client.invalidateQueries({ queryKey: mine.bookings }),
        ])
        const detail = 'The page now shows how it is. Press once more if you still want this.'
        return { ...problem, detail }
      }
      if (token === '' && problem.status === 404) await doubt()
      return problem
    }
  }
}

/** At once, also where the lists cannot be read again just now. */
function updateLists(client: QueryClient, changed: Booking): void {
  client.setQueriesData<InfiniteData<CallAnswer<'listMyBookings'>>>(
    { queryKey: mine.bookings },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.map((known) => (known.id === changed.id ? changed : known)),
        })),
      },
  )
  void client.invalidateQueries({ queryKey: mine.bookings })
}
