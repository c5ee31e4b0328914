import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { useState } from 'react'
import { ListSkeleton } from '../../../ui/list/list-skeleton.tsx'
import { PagedList } from '../../../ui/list/paged-list.tsx'
import type { ListAction } from './booking-changes.tsx'
import { CardList } from './card-list.tsx'
import { ListDialogs } from './list-dialogs.tsx'
import { MyCard } from './my-card.tsx'
import { NoBookings } from './no-bookings.tsx'
import { type Tab, tabNames } from './tabs.ts'
import { useMyBookings } from './use-my-bookings.ts'

/** One tab of the bookings of who is signed in. */
export function MyList({ tab, now }: { tab: Tab; now: number }) {
  const list = useMyBookings(tab, now)
  const [chosen, setChosen] = useState<{ id: string; action: ListAction } | null>(null)
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
      {booking && chosen && (
        <ListDialogs
          booking={booking}
          token=""
          action={chosen.action}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  )
}
