import type { Booking, BookingAction } from '@expertconnect/contract/bookings/shapes'
import { CalendarPlus, CalendarSync, CalendarX2, RotateCcw } from 'lucide-react'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/action/button.tsx'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import { MailBadge } from '../facts/mail-badge.tsx'
import { roomOf } from '../facts/room-times.ts'
import { BookingCard } from './booking-card.tsx'
import { statusNow } from './tabs.ts'

export type ListAction = Extract<BookingAction, 'cancel'> | 'calendar'

export interface MyCardProps {
  booking: Booking
  now: number
  onAction: (action: ListAction) => void
}

/** One booking of who is signed in, with what can be done with it. */
export function MyCard({ booking, now, onAction }: MyCardProps) {
  const { id, expert, startsAt, endsAt } = booking
  const status = statusNow(booking, now)
  return (
    <BookingCard
      expertName={expert.name}
      photoUrl={expert.photoUrl}
      startsAt={startsAt}
      endsAt={endsAt}
      status={status}
      room={roomOf(booking)}
      now={now}
      to={paths.booking(id)}
      states={<MailBadge booking={booking} />}
      actions={
        status === 'booked' ? (
          <Changes booking={booking} onAction={onAction} />
        ) : (
          <LinkButton
            size="s"
            to={paths.expert(expert.slug)}
            icon={<RotateCcw size={16} aria-hidden />}
          >
            Book again<VisuallyHidden> with {expert.name}</VisuallyHidden>
          </LinkButton>
        )
      }
    />
  )
}

function Changes({ booking, onAction }: Pick<MyCardProps, 'booking' | 'onAction'>) {
  const { id, expert, allowedActions } = booking
  const which = <VisuallyHidden> the session with {expert.name}</VisuallyHidden>
  return (
    <>
      {allowedActions.includes('reschedule') && (
        <LinkButton
          size="s"
          to={paths.booking(id)}
          state={{ action: 'reschedule' }}
          icon={<CalendarSync size={16} aria-hidden />}
        >
          Move{which}
        </LinkButton>
      )}
      <Button
        size="s"
        icon={<CalendarPlus size={16} aria-hidden />}
        onClick={() => onAction('calendar')}
      >
        <VisuallyHidden>Add the session with {expert.name} to your </VisuallyHidden>
        Calendar
      </Button>
      {allowedActions.includes('cancel') && (
        <Button
          size="s"
          icon={<CalendarX2 size={16} aria-hidden />}
          onClick={() => onAction('cancel')}
        >
          Cancel{which}
        </Button>
      )}
    </>
  )
}
