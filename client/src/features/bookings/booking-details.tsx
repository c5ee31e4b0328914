import type { Booking, BookingAction } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { RotateCcw } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { serverNow } from '../../api/server-clock.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { AddToCalendar } from './add-to-calendar.tsx'
import { BookingActions } from './booking-actions.tsx'
import { BookingFacts } from './booking-facts.tsx'
import { BookingHead } from './booking-head.tsx'
import type { BookingTools } from './booking-tools.ts'
import styles from './booking-page.module.css'
import { CancelledBy } from './cancelled-by.tsx'
import { KeepBooking } from './keep-booking.tsx'
import { ProposalNotice } from './proposal-notice.tsx'
import { RoomNote } from './room-note.tsx'
import type { Change } from './use-change-booking.ts'
import { useTurns } from './use-turns.ts'

const CancelDialog = lazy(async () => ({
  default: (await import('./cancel-dialog.tsx')).CancelDialog,
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
