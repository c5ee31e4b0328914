import type { Booking, BookingAction, Party } from '@expertconnect/contract/bookings/shapes'
import { CalendarSync, CalendarX2, PencilLine } from 'lucide-react'
import { formatDayTime } from '../../../lib/time/time.ts'
import { ButtonRow } from '../../../ui/action/button-row.tsx'
import { Button } from '../../../ui/action/button.tsx'
import styles from './booking-actions.module.css'

export interface BookingActionsProps {
  booking: Booking
  zone: string
  viewer: Exclude<Party, 'admin'>
  onAction: (action: BookingAction) => void
}

const cancel = { action: 'cancel', icon: CalendarX2, label: 'Cancel' } as const

/** What each side is offered, where the server allows it. */
const offered = {
  customer: [
    { action: 'reschedule', icon: CalendarSync, label: 'Move to another time' },
    { action: 'correct', icon: PencilLine, label: 'Correct your details' },
    cancel,
  ],
  expert: [{ action: 'propose', icon: CalendarSync, label: 'Propose another time' }, cancel],
} as const

/** What can be done with it now; the customer is also told until when, or why it can't be done. */
export function BookingActions({ booking, zone, viewer, onAction }: BookingActionsProps) {
  const allowed = offered[viewer].filter(({ action }) => booking.allowedActions.includes(action))
  if (allowed.length === 0 && viewer === 'expert') return null
  return (
    <div className={styles.actions}>
      {allowed.length > 0 && (
        <ButtonRow>
          {allowed.map(({ action, icon: Icon, label }) => (
            <Button
              key={action}
              icon={<Icon size={18} aria-hidden />}
              onClick={() => onAction(action)}
            >
              {label}
            </Button>
          ))}
        </ButtonRow>
      )}
      {viewer === 'customer' && <p className={styles.minor}>{deadline(booking, zone)}</p>}
    </div>
  )
}

function deadline(booking: Booking, zone: string): string {
  const { status, allowedActions, changeableUntil, createdAt, expert } = booking
  const until = formatDayTime(changeableUntil, zone)
  if (status === 'completed' || status === 'missed')
    return 'This session is over and can’t be changed any more.'
  if (allowedActions.includes('cancel')) return `Free to cancel or move until ${until}.`
  const when =
    createdAt > changeableUntil
      ? 'It begins too soon after it was booked to be cancelled or moved here.'
      : `It could be cancelled or moved until ${until}.`
  return `${when} If you can’t make it, please contact ${expert.name}.`
}
