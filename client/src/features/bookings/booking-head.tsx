import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { CalendarX2, Check, CircleCheck } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Status } from '../../ui/status.tsx'
import styles from './booking-page.module.css'
import { useIsMine } from './use-is-mine.ts'

const states = {
  booked: { tone: 'live', text: 'Booked', icon: CircleCheck, title: 'You are booked' },
  completed: { tone: 'neutral', text: 'Completed', icon: Check, title: 'Your session' },
  cancelled: { tone: 'danger', text: 'Cancelled', icon: CalendarX2, title: 'Cancelled session' },
} as const

export function BookingBadge({ status }: { status: Booking['status'] }) {
  const { tone, text, icon: Icon } = states[status]
  return (
    <Status tone={tone} icon={<Icon size={15} aria-hidden />}>
      {text}
    </Status>
  )
}

export function BookingHead({ booking }: { booking: Booking }) {
  const { expert, status } = booking
  const isMine = useIsMine(booking)
  return (
    <header className={styles.head}>
      <Avatar name={expert.name} photoUrl={expert.photoUrl} size={88} eager />
      <div>
        <BookingBadge status={status} />
        <h1>
          {states[status].title} with{' '}
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
