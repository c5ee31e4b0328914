import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { CalendarX2 } from 'lucide-react'
import { useState } from 'react'
import { visitorZone } from '../../../lib/time/time.ts'
import { ApiProblem } from '../../../server/api/problem.ts'
import { useChange } from '../../../server/use-change.ts'
import { Button } from '../../../ui/action/button.tsx'
import { focusHeading } from '../../../ui/display/focus-heading.ts'
import { Panel } from '../../../ui/display/panel.tsx'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { BookingMails } from '../../message/booking-mails.tsx'
import { RefusedNotice } from '../../message/refused-notice.tsx'
import { AttendanceFacts } from '../attendance/attendance-facts.tsx'
import { CancelDialog } from '../actions/cancel-dialog.tsx'
import { useChangeBooking } from '../change/use-change-booking.ts'
import { BookingBadge } from '../facts/booking-badge.tsx'
import { BookingFacts } from '../facts/booking-facts.tsx'
import { isGoingOn } from '../facts/presence-words.ts'
import styles from './admin-booking.module.css'

/** A booking with all that is known of it, for administrators; they can cancel it. */
export function AdminBooking({ booking }: { booking: Booking }) {
  const [cancelling, setCancelling] = useState(false)
  const cancel = useCancel(booking, () => setCancelling(false))
  const zone = visitorZone()
  return (
    <>
      <Panel className={styles.panel}>
        <header className={styles.head}>
          <BookingBadge status={booking.status} goingOn={isGoingOn(booking)} />
          <h1>
            {booking.customer?.name ?? 'Somebody'} <em>with {booking.expert.name}</em>
          </h1>
        </header>
        <RefusedNotice booking={booking} token="" viewer="admin" />
        <AttendanceFacts booking={booking} token="" zone={zone} viewer="admin" />
        <BookingFacts booking={booking} zone={zone} viewer="admin" />
        {booking.allowedActions.includes('cancel') && (
          <div className={styles.actions}>
            <Button icon={<CalendarX2 size={18} aria-hidden />} onClick={() => setCancelling(true)}>
              Cancel the session
            </Button>
          </div>
        )}
      </Panel>
      <BookingMails booking={booking} token="" zone={zone} viewer="admin" />
      {cancelling && (
        <CancelDialog
          booking={booking}
          zone={zone}
          viewer="admin"
          onCancel={cancel}
          onClose={() => setCancelling(false)}
        />
      )}
    </>
  )
}

/** Cancels it in the name of the place: both are told, with the reason. */
function useCancel(booking: Booking, close: () => void) {
  const toast = useToast()
  const change = useChangeBooking('', close)
  return useChange(
    async (reason: string | undefined) => {
      const problem = await change(booking, { status: 'cancelled', ...(reason && { reason }) })
      if (problem) throw new ApiProblem(problem)
    },
    () => {
      toast({ tone: 'good', title: 'The session is cancelled' })
      // The button that was pressed is gone.
      setTimeout(focusHeading)
    },
  )
}
