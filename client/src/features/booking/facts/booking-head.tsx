import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { Avatar } from '../../../ui/display/avatar.tsx'
import { ConfirmationNote } from '../../message/confirmation-note.tsx'
import { BookingBadge } from './booking-badge.tsx'
import styles from './booking-head.module.css'

const titles = {
  booked: 'You are booked',
  completed: 'Your session',
  missed: 'Missed session',
  cancelled: 'Cancelled session',
} as const

export interface BookingHeadProps {
  booking: Booking
  token: string
  zone: string
  onCorrect: () => void
}

/** With whom, and how it stands, for the customer. */
export function BookingHead({ booking, ...rest }: BookingHeadProps) {
  const { expert, status } = booking
  return (
    <header className={styles.head}>
      <Avatar name={expert.name} photoUrl={expert.photoUrl} size={88} eager />
      <div>
        <BookingBadge status={status} />
        <h1>
          {titles[status]} with{' '}
          <Link to={paths.expert(expert.slug)} className={styles.expert}>
            {expert.name}
          </Link>
        </h1>
        <ConfirmationNote booking={booking} {...rest}>
          {expert.headline}
        </ConfirmationNote>
      </div>
    </header>
  )
}
