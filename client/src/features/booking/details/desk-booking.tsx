import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { Avatar } from '../../../ui/display/avatar.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { BookingMails } from '../../message/booking-mails.tsx'
import { RefusedNotice } from '../../message/refused-notice.tsx'
import { BookingActions } from '../actions/booking-actions.tsx'
import { AttendanceFacts } from '../attendance/attendance-facts.tsx'
import { BeginningSwitch } from '../beginning/beginning-switch.tsx'
import { CancelDialog } from '../actions/cancel-dialog.tsx'
import { MoreTimePart } from '../actions/more-time-part.tsx'
import { ProposalNotice } from '../actions/proposal-notice.tsx'
import { type Change, useChangeBooking } from '../change/use-change-booking.ts'
import { BookingBadge } from '../facts/booking-badge.tsx'
import { BookingFacts } from '../facts/booking-facts.tsx'
import { CancelledBy } from '../facts/cancelled-by.tsx'
import { ExpertsLink } from '../facts/own-link.tsx'
import { isGoingOn } from '../facts/presence-words.ts'
import { RoomNote } from '../facts/room-note.tsx'
import styles from './desk-booking.module.css'
import { LatePart } from './late-part.tsx'

const ReschedulePanel = lazy(async () => ({
  default: (await import('../change/reschedule-panel.tsx')).ReschedulePanel,
}))

type Action = 'cancel' | 'propose'

export interface DeskBookingProps {
  booking: Booking
  /** The expert’s own token of it. */
  token: string
  /** Of the expert alone. */
  notes: ReactNode
}

/** A booking with all that its expert needs of it, and what they can do. */
export function DeskBooking({ booking, token, notes }: DeskBookingProps) {
  const { state } = useLocation()
  const [action, setAction] = useState<Action | null>(() => wantedAction(state))
  const toast = useToast()
  const close = () => setAction(null)
  const change = useChangeBooking(token, close)
  const zone = booking.expert.timeZone
  const who = booking.customer?.name ?? 'the customer'
  const doing = action !== null && booking.allowedActions.includes(action) ? action : null
  const heading = useHeadingAfter(action === 'propose')

  async function send(part: Change, done: string) {
    const problem = await change(booking, part)
    if (!problem) toast({ tone: 'good', title: done })
    return problem
  }

  if (doing === 'propose') {
    return (
      <Suspense>
        <ReschedulePanel
          booking={booking}
          viewer="expert"
          onMove={(proposal) => send({ proposal }, `Proposed to ${who}`)}
          onClose={close}
        />
      </Suspense>
    )
  }
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <Panel as="article" padding="l" className={styles.card}>
          <header className={styles.head}>
            <Avatar name={who} photoUrl={null} size={64} />
            <div>
              <BookingBadge
                status={booking.status}
                proposed={booking.proposal !== undefined}
                goingOn={isGoingOn(booking)}
              />
              <h1 ref={heading} tabIndex={-1}>
                {booking.customer?.name ?? 'A customer'}
              </h1>
            </div>
          </header>
          <RefusedNotice booking={booking} token={token} viewer="expert" />
          {booking.status === 'cancelled' && <CancelledBy booking={booking} viewer="expert" />}
          {booking.proposal && (
            <ProposalNotice
              booking={booking}
              proposal={booking.proposal}
              zone={zone}
              viewer="expert"
              onChange={(part) => send(part, 'The proposal has been withdrawn')}
            />
          )}
          <RoomNote booking={booking} token={token} zone={zone} now={serverNow()} />
          <LatePart booking={booking} token={token} viewer="expert" />
          <MoreTimePart
            booking={booking}
            zone={zone}
            viewer="expert"
            onChange={(part) => send(part, doneWords(part, booking, who))}
          />
          {booking.status === 'booked' && <BeginningSwitch />}
          <AttendanceFacts booking={booking} token={token} zone={zone} viewer="expert" />
          <BookingFacts booking={booking} zone={zone} viewer="expert" />
          <BookingActions
            booking={booking}
            zone={zone}
            viewer="expert"
            onAction={(chosen) => setAction(chosen === 'cancel' ? chosen : 'propose')}
          />
        </Panel>
        {notes}
      </div>
      <div className={styles.card}>
        <Panel>
          <ExpertsLink id={booking.id} token={token} />
        </Panel>
        <BookingMails booking={booking} token={token} zone={zone} viewer="expert" />
      </div>
      {doing === 'cancel' && (
        <CancelDialog
          booking={booking}
          zone={zone}
          viewer="expert"
          onClose={close}
          onCancel={(reason) =>
            send(
              { status: 'cancelled', ...(reason && { reason }) },
              `Cancelled: ${who} has been told`,
            )
          }
        />
      )}
    </div>
  )
}

function doneWords({ moreTime }: Change, before: Booking, who: string): string {
  if (moreTime === 'offer') return `Offered to ${who}`
  if (moreTime === 'accept') return `Agreed: ${who} is told`
  return before.moreTime?.offeredBy === 'expert' ? 'Taken back' : `${who} is told`
}

/** The heading takes the focus, and comes into view, when another view has given way to the page. */
function useHeadingAfter(other: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(other)
  useEffect(() => {
    if (before.current && !other) heading.current?.focus()
    before.current = other
  }, [other])
  return heading
}

/** What the page of today leads here for. */
function wantedAction(state: unknown): Action | null {
  const action = (state as { action?: unknown } | null)?.action
  return action === 'propose' ? action : null
}
