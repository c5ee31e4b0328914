import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { Video } from 'lucide-react'
import { formatDayTime } from '../../time.ts'
import styles from './room-note.module.css'

/** Where the call will be. It is built later, and this says so. */
export function RoomNote({ booking, zone, now }: { booking: Booking; zone: string; now: number }) {
  if (booking.status !== 'booked') return null
  const open = now >= Date.parse(booking.roomOpensAt)
  return (
    <div className={styles.room}>
      <span className={styles.icon}>
        <Video size={22} aria-hidden />
      </span>
      <p>
        <strong>
          {open
            ? 'It is time for your session'
            : `The video room opens ${formatDayTime(booking.roomOpensAt, zone)}`}
        </strong>
        <span>
          The button to join will appear here. Video calls come with a later release: until then,
          please agree with {booking.expert.name} on how to talk.
        </span>
      </p>
    </div>
  )
}
