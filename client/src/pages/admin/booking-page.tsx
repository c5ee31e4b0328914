import { pageTitles } from '@expertconnect/contract/pages'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, SearchX } from 'lucide-react'
import { useParams } from 'react-router'
import { Measures } from '../../features/blocking/measures.tsx'
import { AdminBooking } from '../../features/booking/details/admin-booking.tsx'
import { bookingQuery } from '../../features/booking/queries.ts'
import { paths } from '../../lib/paths.ts'
import { problemOf } from '../../server/api/problem.ts'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { ListSkeleton } from '../../ui/list/list-skeleton.tsx'

/** One booking, as an administrator sees it. */
export function BookingPage() {
  const { id = '' } = useParams()
  const query = useQuery(bookingQuery(id, ''))
  useTitle(pageTitles['/admin/bookings/:id'])
  const back = (
    <LinkButton to={paths.adminBookings} icon={<ArrowLeft size={18} aria-hidden />}>
      All bookings
    </LinkButton>
  )
  if (query.isPending) return <ListSkeleton says="Loading: The booking" />
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
          The ID may be incomplete.
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
  return (
    <>
      <div>{back}</div>
      <AdminBooking booking={query.data} />
      <Measures booking={query.data} side="admin" />
    </>
  )
}
