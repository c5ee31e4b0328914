import type { Booking, Party } from '@expertconnect/contract/bookings'
import { Video } from 'lucide-react'
import { formatDayTime } from '../../../lib/time/time.ts'
import styles from './room-note.module.css'

export interface RoomNoteProps {
  booking: Booking
  zone: string
  now: number
  viewer: Party
}

/** Where the call will be. It is built later, and this says so. */
export function RoomNote({ booking, zone, now, viewer }: RoomNoteProps) {
  if (booking.status !== 'booked') return null
  const open = now >= Date.parse(booking.roomOpensAt)
  const isExpert = viewer === 'expert'
  return (
    <div className={styles.room}>
      <span className={styles.icon}>
        <Video size={22} aria-hidden />
      </span>
      <p>
        <strong>
          {open
            ? `It is time for ${isExpert ? 'the' : 'your'} session`
            : `The video room opens ${formatDayTime(booking.roomOpensAt, zone)}`}
        </strong>
        <span>
          {isExpert
            ? `Video calls come with a later release: until then agree with ${booking.customer?.name ?? 'the customer'} on how to talk.`
            : `The button to join will appear here. Video calls come with a later release: until then, please agree with ${booking.expert.name} on how to talk.`}
        </span>
      </p>
    </div>
  )
}
