import type { BookingChange } from '@expertconnect/contract/bookings/changes'
import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../server/api/client.ts'
import { createIntention } from '../../../server/api/intention.ts'
import { problemOf } from '../../../server/api/problem.ts'
import { useDoubt } from '../../../server/session/use-doubt.ts'
import { doubtBooking, noteBooking } from '../known-bookings.ts'
import { bookingQuery } from '../queries.ts'

type Unversioned<T> = T extends { version: number } ? Omit<T, 'version'> : never
export type Change = Unversioned<BookingChange>

export interface Changed {
  readonly booking: Booking
  /** The one that opens it from now on. */
  readonly token: string
}

/**
 * Changes a booking, by the token of whoever looks at it or (an empty one) as who is signed in. A retry has one effect; a
 * booking that has changed in the meantime is read again.
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
      noteBooking(client, answer.booking)
      onChanged({ booking: answer.booking, token: next })
      return null
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code === 'stale_version') {
        await doubtBooking(client, id, token)
        const detail = 'The page now shows the latest. Press again if you still want this.'
        return { ...problem, detail }
      }
      if (token === '' && problem.status === 404) await doubt()
      return problem
    }
  }
}
