import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Coffee } from 'lucide-react'
import { useEffect, useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { serverNow } from '../../api/server-clock.ts'
import { addDays } from '../../month.ts'
import { paths } from '../../paths.ts'
import { dateAt, formatPlainDay, formatPlainLongDay } from '../../time.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailedState } from '../../ui/failed-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { PartSkeleton } from './desk-skeleton.tsx'
import { NextSession } from './next-session.tsx'
import { PauseSwitch } from './pause-switch.tsx'
import { listQuery } from './queries.ts'
import { SessionRows } from './session-rows.tsx'
import styles from './today.module.css'
import { Warnings } from './warnings.tsx'

/** What is next, what else comes today and tomorrow, and what needs attention. */
export function Today({ expert }: { expert: DeskExpert }) {
  useTitle(pageTitles['/desk'])
  const now = useHalfMinute()
  const zone = expert.timeZone
  const upcoming = useInfiniteQuery(listQuery('upcoming'))
  const today = dateAt(now, zone)
  return (
    <>
      <h1>
        Today, <em>{formatPlainLongDay(today).replace(/,? \d{4}$/, '')}</em>
      </h1>
      <Warnings expert={expert} />
      {upcoming.data ? (
        <Sessions
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

interface SessionsProps {
  bookings: readonly Booking[]
  zone: string
  now: number
}

function Sessions({ bookings, zone, now }: SessionsProps) {
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
      <NextSession booking={next} zone={zone} now={now} />
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
        <SessionRows label={title} bookings={bookings} zone={zone} />
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

function useHalfMinute(): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
