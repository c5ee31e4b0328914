import { CloudOff } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { problemOf } from '../../../server/api/problem.ts'
import { visitorZone } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { FailedState } from '../../../ui/feedback/failed-state.tsx'
import { focusHeading } from '../../../ui/display/focus-heading.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { type ListAction, MyCard } from './my-card.tsx'
import styles from '../../../pages/person/my-bookings-page.module.css'
import { NoBookings } from './no-bookings.tsx'
import { type Tab, tabNames } from './tabs.ts'
import { useChangeBooking } from '../change/use-change-booking.ts'
import { useMyBookings } from './use-my-bookings.ts'

const CancelDialog = lazy(async () => ({
  default: (await import('../actions/cancel-dialog.tsx')).CancelDialog,
}))
const CalendarDialog = lazy(async () => ({
  default: (await import('../facts/calendar-dialog.tsx')).CalendarDialog,
}))

/** One tab of the bookings of who is signed in. */
export function MyList({ tab, now }: { tab: Tab; now: number }) {
  const { query, bookings } = useMyBookings(tab, now)
  const [chosen, setChosen] = useState<{ id: string; action: ListAction } | null>(null)
  const cancelled = useRef<string | null>(null)
  const toast = useToast()
  const close = () => setChosen(null)
  const change = useChangeBooking('', ({ booking }) => {
    close()
    cancelled.current = booking.id
    toast({
      tone: 'good',
      title: `Cancelled: ${booking.expert.name}`,
      detail: 'The time is free for others again.',
    })
  })
  // The card whose button was pressed leaves the list, and the focus with it.
  useEffect(() => {
    if (cancelled.current === null || bookings.some(({ id }) => id === cancelled.current)) return
    cancelled.current = null
    focusHeading()
  })

  if (query.isPending) return <ListSkeleton />
  if (!query.data) {
    const { detail, title } = problemOf(query.error)
    return (
      <Panel>
        <FailedState
          title="Your bookings could not be loaded"
          detail={detail ?? title}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      </Panel>
    )
  }
  const booking = bookings.find(({ id }) => id === chosen?.id)
  return (
    <>
      {query.isError && !query.isFetchNextPageError && (
        <Notice role="status" icon={<CloudOff size={20} />} title="Could not be refreshed">
          <p>This is what was last known. It is tried again by itself.</p>
        </Notice>
      )}
      {bookings.length > 0 ? (
        <ul className={styles.list} aria-label={`${tabNames[tab]} sessions`}>
          {bookings.map((each) => (
            <MyCard
              key={each.id}
              booking={each}
              now={now}
              onAction={(action) => setChosen({ id: each.id, action })}
            />
          ))}
        </ul>
      ) : (
        <NoBookings tab={tab} />
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
      <Suspense>
        {booking && chosen?.action === 'calendar' && (
          <CalendarDialog booking={booking} onClose={close} />
        )}
        {booking && chosen?.action === 'cancel' && (
          <CancelDialog
            booking={booking}
            zone={visitorZone()}
            onClose={close}
            onCancel={(reason) =>
              change(booking, { status: 'cancelled', ...(reason && { reason }) })
            }
          />
        )}
      </Suspense>
    </>
  )
}
