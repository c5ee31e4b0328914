import type { Booking, BookingAction } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { Info } from 'lucide-react'
import { lazy, Suspense, type ReactNode } from 'react'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { Panel } from '../../../ui/display/panel.tsx'
import { BookingMails } from '../../message/booking-mails.tsx'
import { RefusedNotice } from '../../message/refused-notice.tsx'
import { BookingActions } from '../actions/booking-actions.tsx'
import { MoreTimePart } from '../actions/more-time-part.tsx'
import { ProposalNotice } from '../actions/proposal-notice.tsx'
import { AttendanceFacts } from '../attendance/attendance-facts.tsx'
import { BeginningQuestion } from '../beginning/beginning-question.tsx'
import { beginningsForCustomer } from '../beginning/beginnings-of.ts'
import { useBeginnings } from '../beginning/use-beginnings.ts'
import type { Change } from '../change/use-change-booking.ts'
import { RemoveFromCalendar } from '../facts/add-to-calendar.tsx'
import { BookingFacts } from '../facts/booking-facts.tsx'
import { CancelledBy } from '../facts/cancelled-by.tsx'
import { useTurns } from '../facts/use-turns.ts'
import { MovedNotice } from '../news/moved-notice.tsx'
import styles from './booking-details.module.css'
import { LatePart } from './late-part.tsx'
import { KeepBooking } from './keep-booking.tsx'
import { NextStep } from './next-step.tsx'
import { Ticket } from './ticket.tsx'

const ReschedulePanel = lazy(async () => ({
  default: (await import('../change/reschedule-panel.tsx')).ReschedulePanel,
}))
const CorrectDialog = lazy(async () => ({
  default: (await import('../change/correct-dialog.tsx')).CorrectDialog,
}))
const CancelDialog = lazy(async () => ({
  default: (await import('../actions/cancel-dialog.tsx')).CancelDialog,
}))

export interface BookingDetailsProps {
  booking: Booking
  token: string
  zone: string
  /** What others changed while it was looked at. */
  news: string | null
  /** Where the session was before it was moved here a moment ago. */
  movedFrom: string | null
  /** The change that is being made. */
  action: BookingAction | null
  onAction: (action: BookingAction | null) => void
  onChange: (change: Change) => Promise<Problem | null>
  /** Below a session that is over. */
  review: ReactNode
  /** Of the customer alone. */
  notes: ReactNode
  /** Time has changed what may be done: the server is asked again. */
  onRefresh: () => void
}

/** A booking with all that its customer needs of it, and what they can do. */
export function BookingDetails(props: BookingDetailsProps) {
  const { booking, token, zone, news, movedFrom, action, onAction, onChange, onRefresh } = props
  useTurns(booking, onRefresh)
  useBeginnings(beginningsForCustomer([booking], token))
  const close = () => onAction(null)
  const live = booking.status === 'booked'
  const moves = action === 'reschedule' && live
  return (
    <div className={styles.page}>
      {news !== null && (
        <div role="status" className={styles.news}>
          <Info size={20} aria-hidden />
          <p>{news}</p>
        </div>
      )}
      {news === null && movedFrom !== null && !moves && (
        <MovedNotice from={movedFrom} to={booking.startsAt} zone={zone} />
      )}
      <Suspense>
        {moves ? (
          <ReschedulePanel booking={booking} viewer="customer" onMove={onChange} onClose={close} />
        ) : (
          <Overview {...props} />
        )}
      </Suspense>
      <Suspense>
        {action === 'correct' && live && (
          <CorrectDialog booking={booking} onSave={onChange} onClose={close} />
        )}
        {action === 'cancel' && live && (
          <CancelDialog
            booking={booking}
            zone={zone}
            viewer="customer"
            onClose={close}
            onCancel={(reason) => onChange({ status: 'cancelled', ...(reason && { reason }) })}
          />
        )}
      </Suspense>
    </div>
  )
}

function Overview(props: BookingDetailsProps) {
  const { booking, token, zone, review, notes, onAction, onChange } = props
  const live = booking.status === 'booked'
  const now = serverNow()
  const correct = () => onAction('correct')
  return (
    <>
      <div className={styles.main}>
        <Ticket booking={booking} token={token} zone={zone} onCorrect={correct}>
          <NextStep booking={booking} token={token} zone={zone} now={now} />
        </Ticket>
        <Panel className={styles.card}>
          <RefusedNotice
            booking={booking}
            token={token}
            viewer="customer"
            {...(booking.allowedActions.includes('correct') && { onCorrect: correct })}
          />
          <LatePart booking={booking} token={token} viewer="customer" />
          {booking.status === 'cancelled' && <CancelledBy booking={booking} viewer="customer" />}
          {live && booking.proposal && (
            <ProposalNotice
              // Another proposal is another question.
              key={booking.proposal.proposedAt}
              booking={booking}
              proposal={booking.proposal}
              zone={zone}
              viewer="customer"
              onChange={onChange}
            />
          )}
          <MoreTimePart booking={booking} zone={zone} viewer="customer" onChange={onChange} />
          <AttendanceFacts booking={booking} token={token} zone={zone} viewer="customer" />
          <BookingFacts booking={booking} zone={zone} viewer="customer" />
          {booking.status !== 'cancelled' && (
            <BookingActions booking={booking} zone={zone} viewer="customer" onAction={onAction} />
          )}
          {live && <BeginningQuestion who={booking.expert.name} />}
        </Panel>
        {booking.status === 'completed' && review}
        {notes}
      </div>
      <aside className={styles.aside} aria-label="More about this booking">
        {live && <KeepBooking booking={booking} token={token} />}
        {booking.status === 'cancelled' && Date.parse(booking.endsAt) > now && (
          <Panel>
            <RemoveFromCalendar booking={booking} token={token} />
          </Panel>
        )}
        <BookingMails booking={booking} token={token} zone={zone} viewer="customer" />
      </aside>
    </>
  )
}
