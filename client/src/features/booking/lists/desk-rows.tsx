import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { ChevronRight } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { formatDay, formatSpan } from '../../../lib/time/time.ts'
import { MoreTimeBadge } from '../../more-time/more-time-badge.tsx'
import { ChooseBox } from '../choosing/choose-box.tsx'
import type { Choosing } from '../choosing/use-choosing.ts'
import { BookingBadge } from '../facts/booking-badge.tsx'
import { MailBadge } from '../facts/mail-badge.tsx'
import { JoinLink } from '../facts/join-link.tsx'
import { presenceWords } from '../facts/presence-words.ts'
import { isRoomOpen, roomOf } from '../facts/room-times.ts'
import styles from './desk-rows.module.css'

export interface DeskRowsProps {
  label: string
  bookings: readonly Booking[]
  zone: string
  /** Where rooms that are open can be joined at once. */
  now?: number
  /** Where they are of several days. */
  days?: boolean
  /** Where several of them are being chosen. */
  choosing?: Choosing | undefined
  /** Below each: why it is in the list. */
  note?: (booking: Booking) => string | undefined
}

/** An expert’s bookings in lines, each of which leads to its page. */
export function DeskRows(props: DeskRowsProps) {
  const { label, bookings, zone, now, days = false, choosing, note } = props
  return (
    <ul className={styles.rows} aria-label={label}>
      {bookings.map((booking) => (
        <li key={booking.id} className={styles.row} data-status={booking.status}>
          <p className={styles.when}>
            {days && <span>{formatDay(booking.startsAt, zone)}</span>}
            <span className="tabular">{formatSpan(booking.startsAt, booking.endsAt, zone)}</span>
          </p>
          <div className={styles.words}>
            {choosing ? (
              <ChooseBox booking={booking} zone={zone} choosing={choosing} />
            ) : (
              <Link to={paths.deskBooking(booking.id)} className={styles.link}>
                {booking.customer?.name ?? 'A customer'}
              </Link>
            )}
            <p className={styles.minor}>
              {note?.(booking) ??
                presenceWords(booking, 'expert') ??
                (booking.topic !== undefined && booking.topic !== ''
                  ? booking.topic
                  : `${booking.minutes} minutes`)}
            </p>
            <MailBadge booking={booking} />
            <MoreTimeBadge booking={booking} viewer="expert" />
          </div>
          {now !== undefined && isRoomOpen(roomOf(booking), now) ? (
            <JoinLink room={roomOf(booking)} who={booking.customer?.name ?? 'the customer'} />
          ) : (
            <BookingBadge status={booking.status} proposed={booking.proposal !== undefined} />
          )}
          {!choosing && <ChevronRight size={18} aria-hidden className={styles.arrow} />}
        </li>
      ))}
    </ul>
  )
}
