import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { formatMoney } from '../../money.ts'
import { paths } from '../../paths.ts'
import { formatDayTime, formatLongDay, formatSpan, formatThere, visitorZone } from '../../time.ts'
import { cityOf } from '../../time-zone.ts'
import styles from './booking-page.module.css'

const parties = { customer: 'the customer', expert: 'the expert', admin: 'an administrator' }

/** Everything that is known of a booking. */
export function BookingFacts({ booking }: { booking: Booking }) {
  const { startsAt, endsAt, minutes, price, expert, customer, topic, status } = booking
  const zone = visitorZone()
  const there = formatThere(startsAt, zone, expert.timeZone)
  return (
    <dl className={styles.facts}>
      <Fact name="When">
        <strong className={status === 'cancelled' ? styles.off : undefined}>
          {formatLongDay(startsAt, zone)}, {formatSpan(startsAt, endsAt, zone)}
        </strong>
        <span className={styles.minor}>
          {cityOf(zone)}
          {there !== null && ` · ${there}`}
        </span>
      </Fact>
      {status === 'cancelled' && (
        <Fact name="Cancelled">
          <span>{booking.cancelledBy ? `By ${parties[booking.cancelledBy]}` : 'Cancelled'}</span>
          {booking.cancelReason !== undefined && (
            <span className={styles.text}>{booking.cancelReason}</span>
          )}
        </Fact>
      )}
      <Fact name="Expert">
        <Link to={paths.adminExperts(expert.name)}>{expert.name}</Link>
        <span className={styles.minor}>{expert.headline}</span>
      </Fact>
      <Fact name="Customer">
        {customer ? (
          <>
            <span>{customer.name}</span>
            <a href={`mailto:${customer.email}`}>{customer.email}</a>
            {customer.phone !== undefined && <span>{customer.phone}</span>}
          </>
        ) : (
          <span>No longer known</span>
        )}
      </Fact>
      {topic !== undefined && (
        <Fact name="Topic">
          <span className={styles.text}>{topic}</span>
        </Fact>
      )}
      <Fact name="Price">
        <span>
          {formatMoney(price)} for {minutes} minutes
        </span>
      </Fact>
      <Fact name="Booked">
        <span>{formatDayTime(booking.createdAt, zone)}</span>
        <span className={styles.id}>{booking.id}</span>
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
