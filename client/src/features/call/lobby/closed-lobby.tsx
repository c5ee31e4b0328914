import type { Call } from '@expertconnect/contract/calls/shapes'
import { CalendarCheck2, CalendarX2 } from 'lucide-react'
import { paths } from '../../../lib/paths.ts'
import { formatLongDay, formatSpan, visitorZone } from '../../../lib/time/time.ts'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'

interface ClosedLobbyProps {
  call: Call
  phase: 'over' | 'cancelled'
  bookingPath: string
}

/** There is no room any more: what happened, and where to go on. */
export function ClosedLobby({ call, phase, bookingPath }: ClosedLobbyProps) {
  const zone = visitorZone()
  const isCustomer = call.role === 'customer'
  const when = `${formatLongDay(call.startsAt, zone)}, ${formatSpan(call.startsAt, call.endsAt, zone)}`
  return (
    <EmptyState
      level={1}
      icon={phase === 'over' ? <CalendarCheck2 size={28} /> : <CalendarX2 size={28} />}
      title={phase === 'over' ? 'This session is over' : 'This session was cancelled'}
      action={
        <>
          {isCustomer && (
            <LinkButton variant="primary" to={paths.expert(call.expert.slug)}>
              {phase === 'over' ? 'Book again' : 'Book another time'}
            </LinkButton>
          )}
          <LinkButton to={bookingPath}>See the booking</LinkButton>
          <LinkButton to={isCustomer ? paths.bookings : paths.desk}>
            {isCustomer ? 'My bookings' : 'Your desk'}
          </LinkButton>
        </>
      }
    >
      <p>
        {phase === 'over'
          ? `Your session with ${call.other.name} was on ${when}. Its room is closed.`
          : `It was to be with ${call.other.name} on ${when}. There is no room for it any more; the booking says why.`}
      </p>
    </EmptyState>
  )
}
