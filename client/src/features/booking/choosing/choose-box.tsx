import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { formatDay, formatSpan } from '../../../lib/time/time.ts'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import { Checkbox } from '../../../ui/form/checkbox.tsx'
import type { Choosing } from './use-choosing.ts'

interface ChooseBoxProps {
  booking: Booking
  /** Whom it is with; left out, the customer. */
  who?: string
  zone: string
  choosing: Choosing
}

/** Chooses one session of several. What can’t be cancelled can’t be chosen. */
export function ChooseBox({ booking, who, zone, choosing }: ChooseBoxProps) {
  const { id, customer, startsAt, endsAt, allowedActions } = booking
  return (
    <Checkbox
      label={
        <>
          {who ?? customer?.name ?? 'A customer'}
          <VisuallyHidden>
            , {formatDay(startsAt, zone)}, {formatSpan(startsAt, endsAt, zone)}
          </VisuallyHidden>
        </>
      }
      checked={choosing.chosen.has(id)}
      disabled={!allowedActions.includes('cancel')}
      onChange={() => choosing.toggle(booking)}
    />
  )
}
