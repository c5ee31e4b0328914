import type { Booking } from '@expertconnect/contract/bookings'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, CalendarX2, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { ApiProblem, problemOf } from '../../server/api/problem.ts'
import { useChange } from '../../server/use-change.ts'
import { visitorZone } from '../../lib/time/time.ts'
import { focusHeading } from '../../ui/display/focus-heading.ts'
import { useToast } from '../../ui/feedback/toast.tsx'
import { useChangeBooking } from '../../features/booking/change/use-change-booking.ts'
import { bookingQuery } from '../../features/booking/queries.ts'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/action/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { Panel } from '../../ui/display/panel.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { BookingFacts } from '../../features/booking/facts/booking-facts.tsx'
import styles from './booking-page.module.css'
import { BookingBadge } from '../../features/booking/facts/booking-badge.tsx'
import { CancelDialog } from '../../features/booking/actions/cancel-dialog.tsx'
import { ListSkeleton } from '../../ui/list/list-skeleton.tsx'

/** One booking, as an administrator sees it. */
export function BookingPage() {
  const { id = '' } = useParams()
  const query = useQuery(bookingQuery(id, ''))
  const [cancelling, setCancelling] = useState(false)
  useTitle('Booking · Administration')
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
          <BookingBadge status={booking.status} />
          <h1>
            {booking.customer?.name ?? 'Somebody'} <em>with {booking.expert.name}</em>
          </h1>
        </header>
        <BookingFacts booking={booking} zone={visitorZone()} viewer="admin" />
        {booking.allowedActions.includes('cancel') && (
          <div className={styles.actions}>
            <Button icon={<CalendarX2 size={18} aria-hidden />} onClick={() => setCancelling(true)}>
              Cancel the session
            </Button>
          </div>
        )}
      </Panel>
      {cancelling && <Cancel booking={booking} onClose={() => setCancelling(false)} />}
    </>
  )
}

/** Cancels it in the name of the place: both are told, with the reason. */
function Cancel({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const toast = useToast()
  const change = useChangeBooking('', () => undefined)
  const cancel = useChange(
    async (reason: string) => {
      const problem = await change(booking, { status: 'cancelled', reason })
      if (problem) throw new ApiProblem(problem)
    },
    () => {
      onClose()
      toast({ tone: 'good', title: 'The session is cancelled' })
      // The button that was pressed is gone.
      setTimeout(focusHeading)
    },
  )
  return (
    <CancelDialog
      booking={booking}
      zone={visitorZone()}
      viewer="admin"
      onCancel={(reason = '') => cancel(reason)}
      onClose={onClose}
    />
  )
}
