import type { Booking, BookingStatus } from '@expertconnect/contract/bookings/shapes'
import { CalendarX2, Check, ChevronRight, CircleCheck } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { formatDate, formatSpan, visitorZone } from '../../time.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Card } from '../../ui/card.tsx'
import { Status } from '../../ui/status.tsx'
import styles from './rows.module.css'

/** One booking of the list; the whole row leads to it. */
export function BookingRow({ booking }: { booking: Booking }) {
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
          <BookingState status={status} />
        </div>
      </div>
      <ChevronRight size={20} aria-hidden className={styles.arrow} />
    </Card>
  )
}

const states = {
  booked: { tone: 'live', text: 'Booked', icon: CircleCheck },
  completed: { tone: 'neutral', text: 'Completed', icon: Check },
  cancelled: { tone: 'danger', text: 'Cancelled', icon: CalendarX2 },
} as const

export function BookingState({ status }: { status: BookingStatus }) {
  const { tone, text, icon: Icon } = states[status]
  return (
    <Status tone={tone} icon={<Icon size={15} aria-hidden />}>
      {text}
    </Status>
  )
}
