import type { Booking } from '@expertconnect/contract/bookings'
import type { DeskExpert } from '@expertconnect/contract/desk'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Coffee } from 'lucide-react'
import { problemOf } from '../../server/api/problem.ts'
import { useNow } from '../../lib/time/use-now.ts'
import { addDays } from '../../lib/time/month.ts'
import { paths } from '../../lib/paths.ts'
import { dateAt, formatPlainDay, formatPlainLongDay } from '../../lib/time/time.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { Panel } from '../../ui/display/panel.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { PartSkeleton } from '../../ui/feedback/part-skeleton.tsx'
import { NextBooking } from '../../features/booking/lists/next-booking.tsx'
import { PauseSwitch } from '../../features/hours/rules/pause-switch.tsx'
import { deskBookingsQuery } from '../../features/booking/queries.ts'
import { DeskRows } from '../../features/booking/lists/desk-rows.tsx'
import styles from './today-page.module.css'
import { Warnings } from '../../features/hours/warnings.tsx'

/** What is next, what else comes today and tomorrow, and what needs attention. */
export function TodayPage({ expert }: { expert: DeskExpert }) {
  useTitle('Your desk')
  const now = useNow(30_000)
  const zone = expert.timeZone
  const upcoming = useInfiniteQuery(deskBookingsQuery('upcoming'))
  const today = dateAt(now, zone)
  return (
    <>
      <h1>
        Today, <em>{formatPlainLongDay(today).replace(/,? \d{4}$/, '')}</em>
      </h1>
      <Warnings expert={expert} />
      {upcoming.data ? (
        <Bookings
          bookings={upcoming.data.pages.flatMap((page) => page.items)}
          zone={zone}
          now={now}
        />
      ) : upcoming.isError ? (
        <Panel>
          <FailedState
            title="Your sessions could not be loaded"
            detail={problemOf(upcoming.error).detail}
            onRetry={() => void upcoming.refetch()}
            retrying={upcoming.isFetching}
          />
        </Panel>
      ) : (
        <PartSkeleton says="Loading your sessions" />
      )}
      <Panel>
        <PauseSwitch expert={expert} />
      </Panel>
    </>
  )
}

interface BookingsProps {
  bookings: readonly Booking[]
  zone: string
  now: number
}

function Bookings({ bookings, zone, now }: BookingsProps) {
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
        <Day title="Later today" none="Nothing more today" bookings={on(today)} zone={zone} />
        <Day
          title={`Tomorrow, ${formatPlainDay(tomorrow)}`}
          none="Nothing tomorrow"
          bookings={on(tomorrow)}
          zone={zone}
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
}

function Day({ title, none, bookings, zone }: DayProps) {
  return (
    <Panel as="section" aria-label={title} className={styles.day}>
      <h2>{title}</h2>
      {bookings.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <DeskRows label={title} bookings={bookings} zone={zone} />
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
