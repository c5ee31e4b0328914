import type { Booking } from '@expertconnect/contract/bookings'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { Avatar } from '../../../ui/display/avatar.tsx'
import { useIsMine } from '../local/use-is-mine.ts'
import { BookingBadge } from './booking-badge.tsx'
import styles from './booking-head.module.css'

const titles = {
  booked: 'You are booked',
  completed: 'Your session',
  cancelled: 'Cancelled session',
} as const

/** With whom, and how it stands, for the customer. */
export function BookingHead({ booking }: { booking: Booking }) {
  const { expert, status } = booking
  const isMine = useIsMine(booking)
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
        <p className={styles.minor}>
          {status === 'booked' && isMine === false
            ? 'No e-mail is sent yet: keep your private link, it is on this page.'
            : expert.headline}
        </p>
      </div>
    </header>
  )
}
