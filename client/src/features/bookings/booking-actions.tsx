import type { Booking, BookingAction } from '@expertconnect/contract/bookings/shapes'
import { CalendarSync, CalendarX2, PencilLine } from 'lucide-react'
import { formatDayTime } from '../../time.ts'
import { Button } from '../../ui/button.tsx'
import styles from './booking-page.module.css'

export interface BookingActionsProps {
  booking: Booking
  zone: string
  onAction: (action: BookingAction) => void
}

const buttons = [
  { action: 'reschedule', icon: CalendarSync, label: 'Move to another time' },
  { action: 'correct', icon: PencilLine, label: 'Correct your details' },
  { action: 'cancel', icon: CalendarX2, label: 'Cancel' },
] as const

/** What can be done with it now, and if it can't, why. The server decides. */
export function BookingActions({ booking, zone, onAction }: BookingActionsProps) {
  const allowed = buttons.filter(({ action }) => booking.allowedActions.includes(action))
  return (
    <div className={styles.block}>
      {allowed.length > 0 && (
        <div className={styles.row}>
          {allowed.map(({ action, icon: Icon, label }) => (
            <Button
              key={action}
              icon={<Icon size={18} aria-hidden />}
              onClick={() => onAction(action)}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      <p className={styles.minor}>{deadline(booking, zone)}</p>
    </div>
  )
}

function deadline(booking: Booking, zone: string): string {
  const { status, allowedActions, changeableUntil, createdAt, expert } = booking
  const until = formatDayTime(changeableUntil, zone)
  if (status === 'completed') return 'This session is over and can’t be changed any more.'
  if (allowedActions.includes('cancel')) return `Free to cancel or move until ${until}.`
  const when =
    createdAt > changeableUntil
      ? 'It begins too soon after it was booked to be cancelled or moved here.'
      : `It could be cancelled or moved until ${until}.`
  return `${when} If you can’t make it, please speak with ${expert.name}.`
}
