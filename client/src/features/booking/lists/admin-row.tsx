import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { formatDay, formatSpan, visitorZone } from '../../../lib/time/time.ts'
import { cx } from '../../../ui/style/cx.ts'
import { ChooseBox } from '../choosing/choose-box.tsx'
import type { Choosing } from '../choosing/use-choosing.ts'
import { BookingBadge } from '../facts/booking-badge.tsx'
import { isGoingOn } from '../facts/presence-words.ts'
import { MailBadge } from '../facts/mail-badge.tsx'
import styles from './admin-row.module.css'

interface AdminRowProps {
  booking: Booking
  /** All in the list stand as it is said above it. */
  alike: boolean
  /** Where several are being chosen. */
  choosing?: Choosing | undefined
}

/** One booking of everybody’s, in a line; the whole line leads to it. */
export function AdminRow({ booking, alike, choosing }: AdminRowProps) {
  const { id, expert, customer, startsAt, endsAt, status } = booking
  const zone = visitorZone()
  const who = `${customer?.name ?? 'Somebody'} with ${expert.name}`
  return (
    <li className={cx(styles.row, choosing && styles.choosing)}>
      <span className={styles.when}>
        <span className={styles.day}>{formatDay(startsAt, zone)}</span>{' '}
        {formatSpan(startsAt, endsAt, zone)}
      </span>
      <span className={styles.who}>
        {choosing ? (
          <ChooseBox booking={booking} who={who} zone={zone} choosing={choosing} />
        ) : (
          <Link to={paths.adminBooking(id)} className={styles.link}>
            {who}
          </Link>
        )}
      </span>
      <span className={styles.address}>{customer?.email}</span>
      <span className={styles.states}>
        {(!alike || isGoingOn(booking)) && (
          <BookingBadge status={status} goingOn={isGoingOn(booking)} />
        )}
        <MailBadge booking={booking} />
      </span>
    </li>
  )
}
