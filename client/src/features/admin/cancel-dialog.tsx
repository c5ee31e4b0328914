import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { createIntention } from '../../api/intention.ts'
import { problemOf } from '../../api/problem.ts'
import { bookingQuery } from '../../api/queries.ts'
import { formatDayTime, visitorZone } from '../../time.ts'
import { focusHeading } from '../../ui/focus-heading.ts'
import { useToast } from '../../ui/toast.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { useChange } from './use-change.ts'

/** Cancels a session in the name of the place: both are told, with the reason. */
export function CancelDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const { id, version, expert, customer, startsAt } = booking
  const client = useQueryClient()
  const toast = useToast()
  const [sendOnce] = useState(createIntention)
  const { queryKey } = bookingQuery(id, '')
  const cancel = useChange(
    async (reason: string) => {
      const body = { version, status: 'cancelled', reason } as const
      try {
        return await sendOnce(body, (key) =>
          call('changeBooking', { params: { id }, body }, { key }),
        )
      } catch (error) {
        // The page then shows how it is; pressed once more, it is about that.
        if (problemOf(error).code === 'stale_version') await client.invalidateQueries({ queryKey })
        throw error
      }
    },
    ({ booking: cancelled }) => {
      client.setQueryData(queryKey, cancelled)
      onClose()
      toast({ tone: 'good', title: 'The session is cancelled' })
      // The button that was pressed is gone.
      setTimeout(focusHeading)
    },
  )
  return (
    <ReasonDialog
      title="Cancel this session?"
      label="Cancel the session"
      reasonLabel="Why? Both of them read this"
      change={cancel}
      onClose={onClose}
    >
      <p>
        {customer?.name ?? 'Somebody'} with {expert.name}, {formatDayTime(startsAt, visitorZone())}.
        The time becomes free for others at once, and this cannot be undone.
      </p>
    </ReasonDialog>
  )
}
