import { pageTitles } from '@expertconnect/contract/pages'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, CalendarX2, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { problemOf } from '../../api/problem.ts'
import { bookingQuery } from '../../api/queries.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailedState } from '../../ui/failed-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { BookingFacts } from './booking-facts.tsx'
import styles from './booking-page.module.css'
import { BookingState } from './booking-row.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { ListSkeleton } from './list-skeleton.tsx'

/** One booking, as an administrator sees it. */
export function BookingPage() {
  const { id = '' } = useParams()
  const query = useQuery(bookingQuery(id, ''))
  const [cancelling, setCancelling] = useState(false)
  useTitle(pageTitles['/admin/bookings/:id'])
  const back = (
    <LinkButton to={paths.adminBookings} icon={<ArrowLeft size={18} aria-hidden />}>
      All bookings
    </LinkButton>
  )
  if (query.isPending) return <ListSkeleton what="The booking" />
  if (!query.data) {
    const { detail, title, status } = problemOf(query.error)
    if (status === 404) {
      return (
        <EmptyState
          level={1}
          icon={<SearchX size={28} />}
          title="There is no such booking"
          action={back}
        >
          The id may have lost a letter on the way.
        </EmptyState>
      )
    }
    return (
      <FailedState
        level={1}
        title="The booking could not be loaded"
        detail={detail ?? title}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
        action={back}
      />
    )
  }
  const booking = query.data
  return (
    <>
      <div>{back}</div>
      <Panel className={styles.panel}>
        <header className={styles.head}>
          <BookingState status={booking.status} />
          <h1>
            {booking.customer?.name ?? 'Somebody'} <em>with {booking.expert.name}</em>
          </h1>
        </header>
        <BookingFacts booking={booking} />
        {booking.allowedActions.includes('cancel') && (
          <div className={styles.actions}>
            <Button icon={<CalendarX2 size={18} aria-hidden />} onClick={() => setCancelling(true)}>
              Cancel the session
            </Button>
          </div>
        )}
      </Panel>
      {cancelling && <CancelDialog booking={booking} onClose={() => setCancelling(false)} />}
    </>
  )
}
