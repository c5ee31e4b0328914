import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { useInfiniteQuery } from '@tanstack/react-query'
import { CalendarDays } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { problemOf } from '../../api/problem.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailedState } from '../../ui/failed-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './calendar.module.css'
import { PartSkeleton } from './desk-skeleton.tsx'
import { listQuery, type Scope } from './queries.ts'
import { SessionRows } from './session-rows.tsx'

const upcoming = { value: 'upcoming', label: 'Upcoming', none: 'Nothing is booked' } as const
const scopes: readonly { value: Scope; label: string; none: string }[] = [
  upcoming,
  { value: 'past', label: 'Past', none: 'No session has taken place yet' },
  { value: 'cancelled', label: 'Cancelled', none: 'Nothing was cancelled' },
]

/** The sessions in lines: those to come by their start, the others with the latest first. */
export function SessionList({ expert }: { expert: DeskExpert }) {
  const [search, setSearch] = useSearchParams()
  const { value, label, none } =
    scopes.find((each) => each.value === search.get('show')) ?? upcoming
  const query = useInfiniteQuery(listQuery(value))
  const bookings = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className={styles.list}>
      <Segmented
        legend="Which sessions"
        options={scopes}
        value={value}
        onChange={(show) => setSearch({ view: 'list', show }, { replace: true })}
      />
      {query.data ? (
        <Panel>
          {bookings.length > 0 ? (
            <SessionRows
              label={`${label} sessions`}
              bookings={bookings}
              zone={expert.timeZone}
              days
            />
          ) : (
            <EmptyState icon={<CalendarDays size={28} />} title={none} />
          )}
        </Panel>
      ) : query.isError ? (
        <Panel>
          <FailedState
            title="Your sessions could not be loaded"
            detail={problemOf(query.error).detail}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        </Panel>
      ) : (
        <PartSkeleton says="Loading your sessions" />
      )}
      {query.hasNextPage && (
        <Button
          className={styles.more}
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      )}
      {query.isFetchNextPageError && (
        <p role="alert" className={styles.fault}>
          More could not be loaded. {problemOf(query.error).detail}
        </p>
      )}
    </div>
  )
}
