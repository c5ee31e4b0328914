import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { ReactNode } from 'react'
import { SlotTimes } from '../../board/slots/slot-times.tsx'
import { cx } from '../../../ui/style/cx.ts'
import { BookingHead, type BookingHeadProps } from '../facts/booking-head.tsx'
import styles from './ticket.module.css'

export interface TicketProps extends BookingHeadProps {
  /** The one thing that is to be done with it next. */
  children: ReactNode
}

/** What one holds in hand: with whom and when, and on the stub what comes next. */
export function Ticket({ children, ...head }: TicketProps) {
  const { booking, zone } = head
  return (
    <article className={styles.ticket} data-status={booking.status}>
      <div className={cx('glass', styles.main)}>
        <BookingHead {...head} />
        <div className={styles.times}>
          <SlotTimes
            startsAt={booking.startsAt}
            endsAt={booking.endsAt}
            zone={zone}
            otherZone={booking.expert.timeZone}
          />
          <p className={styles.reference}>
            <span>Reference</span>
            <code translate="no">{reference(booking)}</code>
          </p>
        </div>
      </div>
      <div className={cx('glass', styles.stub)}>{children}</div>
    </article>
  )
}

/** A part of the id that can be read out: `JNPF-NCFK`. */
function reference({ id }: Booking): string {
  const letters = id.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase()
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}`
}
