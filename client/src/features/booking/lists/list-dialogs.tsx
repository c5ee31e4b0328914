import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { lazy, Suspense } from 'react'
import { visitorZone } from '../../../lib/time/time.ts'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { useChangeBooking } from '../change/use-change-booking.ts'
import { refreshLocalBooking } from '../local/local-bookings.ts'
import type { ListAction } from './booking-changes.tsx'

const CancelDialog = lazy(async () => ({
  default: (await import('../actions/cancel-dialog.tsx')).CancelDialog,
}))
const CalendarDialog = lazy(async () => ({
  default: (await import('../facts/calendar-dialog.tsx')).CalendarDialog,
}))

export interface ListDialogsProps {
  booking: Booking
  /** What opens it; empty for who is signed in. */
  token: string
  action: ListAction
  onClose: () => void
}

/** What is asked before a booking of a list is cancelled or put into a calendar. */
export function ListDialogs({ booking, token, action, onClose }: ListDialogsProps) {
  const toast = useToast()
  const change = useChangeBooking(token, (changed) => {
    if (token !== '') refreshLocalBooking(changed.booking, changed.token)
    onClose()
    toast({
      tone: 'good',
      title: `Cancelled: ${changed.booking.expert.name}`,
      detail: 'The time is free for others again.',
    })
  })
  return (
    <Suspense>
      {action === 'calendar' && (
        <CalendarDialog booking={booking} token={token} onClose={onClose} />
      )}
      {action === 'cancel' && (
        <CancelDialog
          booking={booking}
          zone={visitorZone()}
          viewer="customer"
          onClose={onClose}
          onCancel={(reason) => change(booking, { status: 'cancelled', ...(reason && { reason }) })}
        />
      )}
    </Suspense>
  )
}
