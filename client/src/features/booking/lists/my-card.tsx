import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { RotateCcw } from 'lucide-react'
import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import { MoreTimeBadge } from '../../more-time/more-time-badge.tsx'
import { MailBadge } from '../facts/mail-badge.tsx'
import { presenceWords } from '../facts/presence-words.ts'
import { roomOf } from '../facts/room-times.ts'
import { BookingCard } from './booking-card.tsx'
import { BookingChanges, type ListAction } from './booking-changes.tsx'
import { statusNow } from './tabs.ts'

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
      inside={presenceWords(booking, 'customer')}
      now={now}
      to={paths.booking(id)}
      states={
        <>
          <MailBadge booking={booking} />
          <MoreTimeBadge booking={booking} viewer="customer" />
        </>
      }
      actions={
        status === 'booked' ? (
          <BookingChanges booking={booking} to={paths.booking(id)} onAction={onAction} />
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
