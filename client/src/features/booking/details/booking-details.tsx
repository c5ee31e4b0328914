import type { Booking, BookingAction } from '@expertconnect/contract/bookings'
import type { Problem } from '@expertconnect/contract/problems'
import { RotateCcw } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import { AddToCalendar } from '../facts/add-to-calendar.tsx'
import { BookingActions } from '../actions/booking-actions.tsx'
import { BookingFacts } from '../facts/booking-facts.tsx'
import { BookingHead } from '../facts/booking-head.tsx'
import type { BookingTools } from '../booking-tools.ts'
import styles from './booking-details.module.css'
import { CancelledBy } from '../facts/cancelled-by.tsx'
import { KeepBooking } from './keep-booking.tsx'
import { ProposalNotice } from '../actions/proposal-notice.tsx'
import { RoomNote } from '../facts/room-note.tsx'
import type { Change } from '../change/use-change-booking.ts'
import { useTurns } from '../facts/use-turns.ts'

const CancelDialog = lazy(async () => ({
  default: (await import('../actions/cancel-dialog.tsx')).CancelDialog,
}))

export interface BookingDetailsProps {
  booking: Booking
  token: string
  zone: string
  /** The change that is being made. */
  action: BookingAction | null
  tools: BookingTools
  onAction: (action: BookingAction | null) => void
  onChange: (change: Change) => Promise<Problem | null>
  onBookAgain: (booking: Booking) => void
  /** Time has changed what may be done: the server is asked again. */
  onRefresh: () => void
}

export function BookingDetails(props: BookingDetailsProps) {
  const { booking, token, zone, action, tools, onAction, onChange, onBookAgain, onRefresh } = props
  useTurns(booking, onRefresh)
  const close = () => onAction(null)
  const live = booking.status === 'booked'
  if (action === 'reschedule' && live) {
    return tools.reschedule({ booking, send: onChange, close })
  }
  return (
    <>
      <Panel as="article" padding="l" className={styles.card}>
        <BookingHead booking={booking} />
        <RoomNote booking={booking} zone={zone} now={serverNow()} />
        {booking.status === 'cancelled' && <CancelledBy booking={booking} />}
        {live && booking.proposal && (
          <ProposalNotice
            // Another proposal is another question.
            key={booking.proposal.proposedAt}
            booking={booking}
            proposal={booking.proposal}
            zone={zone}
            onChange={onChange}
          />
        )}
        <BookingFacts booking={booking} zone={zone} />
        {booking.status !== 'cancelled' && (
          <BookingActions booking={booking} zone={zone} onAction={onAction} />
        )}
        {!live && (
          <div className={styles.row}>
            <Button
              variant="primary"
              icon={<RotateCcw size={18} aria-hidden />}
              onClick={() => onBookAgain(booking)}
            >
              Book {booking.expert.name} again
            </Button>
          </div>
        )}
      </Panel>
      {live && (
        <aside className={styles.aside} aria-label="Keep this booking">
          <KeepBooking booking={booking} token={token} />
          <Panel className={styles.card}>
            <AddToCalendar booking={booking} token={token} />
          </Panel>
        </aside>
      )}
      {action === 'correct' && live && tools.correct({ booking, send: onChange, close })}
      {action === 'cancel' && live && (
        <Suspense>
          <CancelDialog
            booking={booking}
            zone={zone}
            onClose={close}
            onCancel={(reason) => onChange({ status: 'cancelled', ...(reason && { reason }) })}
          />
        </Suspense>
      )}
    </>
  )
}
