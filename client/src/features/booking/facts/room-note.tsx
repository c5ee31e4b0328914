import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { Mic, Video } from 'lucide-react'
import { formatDayTime, formatTime } from '../../../lib/time/time.ts'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { CheckNote } from './check-note.tsx'
import { JoinLink } from './join-link.tsx'
import { otherName, presenceWords, sinceWords, waitingSince } from './presence-words.ts'
import styles from './room-note.module.css'
import { isRoomOpen, roomOf } from './room-times.ts'

export interface RoomNoteProps {
  booking: Booking
  token: string
  zone: string
  now: number
}

/** The expert's way into the call: when it opens, then the door itself. After it has closed there is nothing to say. */
export function RoomNote({ booking, token, zone, now }: RoomNoteProps) {
  const room = roomOf(booking, token)
  if (room.isCancelled || now >= room.closesAt) return null
  const side = booking.seenAs === 'expert' ? 'expert' : 'customer'
  const who = otherName(booking, side)
  const since = waitingSince(booking, side)
  const isOpen = isRoomOpen(room, now)
  const closes = formatTime(new Date(room.closesAt).toISOString(), zone)
  return (
    <div className={styles.room}>
      <span className={styles.icon}>
        <Video size={22} aria-hidden />
      </span>
      <div className={styles.words}>
        <strong role="status">
          {isOpen
            ? (presenceWords(booking, side) ?? 'The room is open')
            : `The video room opens ${formatDayTime(booking.roomOpensAt, zone)}`}
        </strong>
        <span>
          {isOpen
            ? `${since === null ? '' : sinceWords(since, zone)}You meet ${who} right here in the browser. The room closes at ${closes}.`
            : 'You’ll join from here in your browser, with nothing to install. You can test your camera and connection now.'}
        </span>
        {!isOpen && <CheckNote bookingId={booking.id} zone={zone} />}
      </div>
      {isOpen ? (
        <JoinLink room={room} who={who} size="l" />
      ) : (
        <LinkButton href={room.path} icon={<Mic size={18} aria-hidden />}>
          Test camera and connection
        </LinkButton>
      )}
    </div>
  )
}
