import type { Booking, BookingAction } from '@expertconnect/contract/bookings/shapes'
import { CalendarPlus, CalendarSync, CalendarX2 } from 'lucide-react'
import { Button } from '../../../ui/action/button.tsx'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'

export type ListAction = Extract<BookingAction, 'cancel'> | 'calendar'

export interface BookingChangesProps {
  booking: Booking
  /** The booking's page, where it is moved. */
  to: string
  onAction: (action: ListAction) => void
}

/** What its customer can do with a booking of a list at once. */
export function BookingChanges({ booking, to, onAction }: BookingChangesProps) {
  const { expert, allowedActions } = booking
  const which = <VisuallyHidden> the session with {expert.name}</VisuallyHidden>
  return (
    <>
      {allowedActions.includes('reschedule') && (
        <LinkButton
          size="s"
          to={to}
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
