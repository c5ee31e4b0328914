import type { CallAnswer } from '@expertconnect/contract/endpoints'
import type { BookingInput } from '@expertconnect/contract/bookings'
import type { Problem } from '@expertconnect/contract/problems'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { createIntention } from '../../api/intention.ts'
import { problemOf } from '../../api/problem.ts'

export type Created = CallAnswer<'createBooking'>

export interface Submit {
  /** Also when it is booked: the page of the booking is on its way, and there is nothing to send any more. */
  readonly sending: boolean
  readonly problem: Problem | null
  readonly send: (body: BookingInput) => Promise<Created | Problem>
  readonly clear: () => void
}

/** Sends the booking: a retry of the same one can't book twice, and whatever was changed makes it another one. */
export function useSubmit(): Submit {
  const [sendOnce] = useState(createIntention)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  return {
    sending,
    problem,
    clear: () => setProblem(null),
    send: async (body) => {
      setSending(true)
      setProblem(null)
      try {
        return await sendOnce(body, (key) => call('createBooking', { body }, { key }))
      } catch (error) {
        const refusal = problemOf(error)
        setProblem(refusal)
        setSending(false)
        return refusal
      }
    },
  }
}
