import { pageTitles } from '@expertconnect/contract/pages'
import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { useInfiniteQuery } from '@tanstack/react-query'
import { BeginningSwitch } from '../../features/booking/beginning/beginning-switch.tsx'
import { ComingBookings } from '../../features/booking/lists/coming-bookings.tsx'
import { deskBookingsQuery } from '../../features/booking/queries.ts'
import { PauseSwitch } from '../../features/hours/rules/pause-switch.tsx'
import { Warnings } from '../../features/hours/warnings.tsx'
import { dateAt, formatPlainLongDay } from '../../lib/time/time.ts'
import { useNow } from '../../lib/time/server-clock.ts'
import { problemOf } from '../../server/api/problem.ts'
import { Panel } from '../../ui/display/panel.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { PartSkeleton } from '../../ui/feedback/part-skeleton.tsx'

/** What is next, what else comes today and tomorrow, and what needs attention. */
export function TodayPage({ expert }: { expert: DeskExpert }) {
  useTitle(pageTitles['/desk'])
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
        <ComingBookings
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
      <Panel>
        <BeginningSwitch />
      </Panel>
    </>
  )
}
