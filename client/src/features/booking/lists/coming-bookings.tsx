import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { Coffee } from 'lucide-react'
import { paths } from '../../../lib/paths.ts'
import { addDays } from '../../../lib/time/month.ts'
import { dateAt, formatPlainDay } from '../../../lib/time/time.ts'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import styles from './coming-bookings.module.css'
import { DeskRows } from './desk-rows.tsx'
import { NextBooking } from './next-booking.tsx'

export interface ComingBookingsProps {
  bookings: readonly Booking[]
  zone: string
  now: number
}

/** For an expert: the next one, and what else comes today and tomorrow. */
export function ComingBookings({ bookings, zone, now }: ComingBookingsProps) {
  const live = bookings.filter(
    ({ status, endsAt }) => status === 'booked' && Date.parse(endsAt) > now,
  )
  const [next, ...rest] = live
  if (!next) return <NothingBooked />
  const today = dateAt(now, zone)
  const tomorrow = addDays(today, 1)
  const on = (date: string) =>
    rest.filter(({ startsAt }) => dateAt(Date.parse(startsAt), zone) === date)
  const later = rest.length - on(today).length - on(tomorrow).length
  return (
    <>
      <NextBooking booking={next} zone={zone} now={now} />
      <div className={styles.days}>
        <Day
          title="Later today"
          none="Nothing more today"
          bookings={on(today)}
          zone={zone}
          now={now}
        />
        <Day
          title={`Tomorrow, ${formatPlainDay(tomorrow)}`}
          none="Nothing tomorrow"
          bookings={on(tomorrow)}
          zone={zone}
          now={now}
        />
      </div>
      {later > 0 && (
        <LinkButton to={`${paths.deskCalendar}?view=list`} className={styles.more}>
          {later} more after that
        </LinkButton>
      )}
    </>
  )
}

interface DayProps {
  title: string
  none: string
  bookings: readonly Booking[]
  zone: string
  now: number
}

function Day({ title, none, bookings, zone, now }: DayProps) {
  return (
    <Panel as="section" aria-label={title} className={styles.day}>
      <h2>{title}</h2>
      {bookings.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <DeskRows label={title} bookings={bookings} zone={zone} now={now} />
      )}
    </Panel>
  )
}

function NothingBooked() {
  return (
    <Panel>
      <EmptyState
        icon={<Coffee size={28} />}
        title="Nothing is booked"
        action={
          <>
            <LinkButton variant="primary" to={paths.deskHours}>
              Check your hours
            </LinkButton>
            <LinkButton to={paths.deskProfile}>Edit your profile</LinkButton>
          </>
        }
      >
        The next session appears here by itself, as soon as somebody books it.
      </EmptyState>
    </Panel>
  )
}
