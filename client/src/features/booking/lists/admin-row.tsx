import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { ChevronRight } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { formatDate, formatSpan, visitorZone } from '../../../lib/time/time.ts'
import { Avatar } from '../../../ui/display/avatar.tsx'
import { Card } from '../../../ui/display/card.tsx'
import { BookingBadge } from '../facts/booking-badge.tsx'
import styles from '../../../ui/list/rows.module.css'

/** One booking of everybody’s; the whole row leads to it. */
export function AdminRow({ booking }: { booking: Booking }) {
  const { id, expert, customer, startsAt, endsAt, status } = booking
  const zone = visitorZone()
  return (
    <Card as="li" className={styles.row}>
      <span className={styles.picture}>
        <Avatar name={expert.name} photoUrl={expert.photoUrl} size={48} />
      </span>
      <div className={styles.words}>
        <h2>
          <Link to={paths.adminBooking(id)} className={styles.link}>
            {customer?.name ?? 'Somebody'} with {expert.name}
          </Link>
        </h2>
        <p className="tabular">
          {formatDate(startsAt, zone)}, {formatSpan(startsAt, endsAt, zone)}
        </p>
        {customer && <p className={styles.small}>{customer.email}</p>}
        <div className={styles.states}>
          <BookingBadge status={status} />
        </div>
      </div>
      <ChevronRight size={20} aria-hidden className={styles.arrow} />
    </Card>
  )
}
