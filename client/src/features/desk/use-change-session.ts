import type { Booking, BookingChange } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { createIntention } from '../../api/intention.ts'
import { problemOf } from '../../api/problem.ts'
import { bookingQuery } from '../../api/queries.ts'
import { noteBooking } from './known-bookings.ts'
import { sessionQuery } from './queries.ts'

type Unversioned<T> = T extends { version: number } ? Omit<T, 'version'> : never
export type SessionChange = Unversioned<BookingChange>

/** Changes a session as its expert, by their token of it. A retry has one effect. */
export function useChangeSession(token: string, onChanged: () => void) {
  const client = useQueryClient()
  const [sendOnce] = useState(createIntention)

  /** Answers why it was refused, or nothing. */
  return async (booking: Booking, change: SessionChange): Promise<Problem | null> => {
    const { id, version } = booking
    const body = { ...change, version } as BookingChange
    try {
      const answer = await sendOnce(body, (key) =>
        call('changeBooking', { params: { id }, body }, { key, bearer: token }),
      )
      client.setQueryData(bookingQuery(id, token).queryKey, answer.booking)
      noteBooking(client, answer.booking)
      onChanged()
      return null
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code !== 'stale_version') return problem
      await Promise.all([
        client.invalidateQueries({ queryKey: bookingQuery(id, token).queryKey }),
        client.invalidateQueries({ queryKey: sessionQuery(id).queryKey }),
      ])
      const detail = 'The page now shows how it is. Press once more if you still want this.'
      return { ...problem, detail }
    }
  }
}
