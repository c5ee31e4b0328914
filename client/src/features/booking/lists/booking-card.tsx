import type { BookingStatus } from '@expertconnect/contract/bookings/shapes'
import { ChevronRight, Video } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import {
  formatDay,
  formatDayTime,
  formatSpan,
  formatTime,
  visitorZone,
} from '../../../lib/time/time.ts'
import { Avatar } from '../../../ui/display/avatar.tsx'
import { Card } from '../../../ui/display/card.tsx'
import { BookingBadge } from '../facts/booking-badge.tsx'
import { JoinLink } from '../facts/join-link.tsx'
import { type BookingRoom, isRoomOpen } from '../facts/room-times.ts'
import styles from './booking-card.module.css'

export interface BookingCardProps {
  expertName: string
  photoUrl: string | null
  startsAt: string
  endsAt: string
  status: BookingStatus
  /** The room, where its times are known. */
  room: BookingRoom | undefined
  /** What is going on in it, where somebody is there. */
  inside?: string | null
  now: number
  /** The booking's page. */
  to: string
  level?: 2 | 3
  fault?: string | undefined
  /** Beside how the booking stands. */
  states?: ReactNode
  /** Beside the arrow: a button of its own. */
  corner?: ReactNode
  /** What can be done with it at once. */
  actions?: ReactNode
}

/** One booking of a list. The whole card leads to it; what is pressed besides lies above. */
export function BookingCard(props: BookingCardProps) {
  const { expertName, startsAt, endsAt, status, room, now, level = 2, inside = null } = props
  const isOpen = room !== undefined && status !== 'cancelled' && isRoomOpen(room, now)
  const zone = visitorZone()
  const Heading = `h${level}` as const
  return (
    <Card as="li" className={styles.card}>
      <Avatar name={expertName} photoUrl={props.photoUrl} size={56} />
      <div className={styles.words}>
        <Heading className={styles.name}>
          <Link to={props.to} className={styles.link}>
            {expertName}
          </Link>
        </Heading>
        <p className={status === 'cancelled' ? styles.off : styles.when}>
          {formatDay(startsAt, zone)}, {formatSpan(startsAt, endsAt, zone)}
        </p>
        <div className={styles.states}>
          <BookingBadge status={status} />
          {props.states}
          {room !== undefined && (isOpen || status === 'booked') && (
            <p className={styles.room}>
              <Video size={16} aria-hidden />
              {isOpen ? (inside ?? 'The room is open') : roomText(room.opensAt, startsAt, zone)}
            </p>
          )}
        </div>
        {props.fault !== undefined && <p className={styles.fault}>{props.fault}</p>}
      </div>
      {props.corner !== undefined && <div className={styles.corner}>{props.corner}</div>}
      <ChevronRight size={20} aria-hidden className={styles.arrow} />
      {(isOpen || props.actions !== undefined) && (
        <div className={styles.actions}>
          {isOpen && <JoinLink room={room} who={expertName} />}
          {props.actions}
        </div>
      )}
    </Card>
  )
}

function roomText(opens: string, startsAt: string, zone: string): string {
  const sameDay = formatDay(opens, zone) === formatDay(startsAt, zone)
  return `Room opens ${sameDay ? formatTime(opens, zone) : formatDayTime(opens, zone)}`
}
