import type { Booking } from '@expertconnect/contract/bookings'
import { lazy, Suspense, useState } from 'react'
import { visitorZone } from '../../../lib/time/time.ts'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { ListSkeleton } from '../../../ui/list/list-skeleton.tsx'
import { PagedList } from '../../../ui/list/paged-list.tsx'
import { useChangeBooking } from '../change/use-change-booking.ts'
import { CardList } from './card-list.tsx'
import { type ListAction, MyCard } from './my-card.tsx'
import { NoBookings } from './no-bookings.tsx'
import { type Tab, tabNames } from './tabs.ts'
import { useMyBookings } from './use-my-bookings.ts'

const CancelDialog = lazy(async () => ({
  default: (await import('../actions/cancel-dialog.tsx')).CancelDialog,
}))
const CalendarDialog = lazy(async () => ({
  default: (await import('../facts/calendar-dialog.tsx')).CalendarDialog,
}))

/** One tab of the bookings of who is signed in. */
export function MyList({ tab, now }: { tab: Tab; now: number }) {
  const list = useMyBookings(tab, now)
  const [chosen, setChosen] = useState<{ id: string; action: ListAction } | null>(null)
  const toast = useToast()
  const close = () => setChosen(null)
  const change = useChangeBooking('', ({ booking }) => {
    close()
    toast({
      tone: 'good',
      title: `Cancelled: ${booking.expert.name}`,
      detail: 'The time is free for others again.',
    })
  })
  const booking = list.items?.find(({ id }) => id === chosen?.id)
  return (
    <>
      <PagedList
        list={list}
        what="Your bookings"
        triedAgain="by itself"
        skeleton={
          <ListSkeleton says="Loading your bookings" rows={3} height="9.5rem" radius={28} />
        }
        empty={<NoBookings tab={tab} />}
      >
        {(bookings: readonly Booking[]) => (
          <CardList label={`${tabNames[tab]} sessions`}>
            {bookings.map((each) => (
              <MyCard
                key={each.id}
                booking={each}
                now={now}
                onAction={(action) => setChosen({ id: each.id, action })}
              />
            ))}
          </CardList>
        )}
      </PagedList>
      <Suspense>
        {booking && chosen?.action === 'calendar' && (
          <CalendarDialog booking={booking} onClose={close} />
        )}
        {booking && chosen?.action === 'cancel' && (
          <CancelDialog
            booking={booking}
            zone={visitorZone()}
            viewer="customer"
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
