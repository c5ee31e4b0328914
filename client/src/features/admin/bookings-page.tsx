import { pageTitles } from '@expertconnect/contract/pages'
import { useInfiniteQuery } from '@tanstack/react-query'
import { CalendarSearch } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { BookingRow } from './booking-row.tsx'
import { PageHead } from './page-head.tsx'
import { PagedList } from './paged-list.tsx'
import { bookingsQuery } from './queries.ts'
import styles from './rows.module.css'
import { SearchTools } from './search-tools.tsx'
import { useFilters } from './use-filters.ts'

const parts = ['all', 'upcoming', 'past', 'cancelled'] as const

/** All bookings, found by a name, an address or an id. */
export function BookingsPage() {
  useTitle(pageTitles['/admin/bookings'])
  const { query, part, change } = useFilters(parts)
  const found = useInfiniteQuery(bookingsQuery(query, part))
  const narrowed = query !== '' || part !== 'all'
  return (
    <>
      <PageHead
        title={
          <>
            Bookings <em>of everybody</em>
          </>
        }
        lead="Find a session by the name or address of who booked it, by the expert or by its id."
      />
      <SearchTools
        label="Search bookings"
        placeholder="A name, an address, an id…"
        query={query}
        legend="Which bookings"
        parts={[
          { value: 'all', label: 'All' },
          { value: 'upcoming', label: 'Upcoming' },
          { value: 'past', label: 'Past' },
          { value: 'cancelled', label: 'Cancelled' },
        ]}
        part={part}
        onChange={change}
      />
      <PagedList
        query={found}
        what="The bookings"
        nouns={['booking', 'bookings']}
        empty={
          <EmptyState
            icon={<CalendarSearch size={28} />}
            title={narrowed ? 'No booking is like that' : 'Nothing has been booked yet'}
            action={
              narrowed && (
                <Button onClick={() => change({ query: '', part: 'all' })}>
                  Show all bookings
                </Button>
              )
            }
          >
            {narrowed
              ? 'An address has to be whole; of a name, its beginning will do.'
              : 'Sessions show up here as soon as somebody books one.'}
          </EmptyState>
        }
      >
        {(bookings) => (
          <ul className={styles.rows} aria-label="Bookings">
            {bookings.map((booking) => (
              <BookingRow key={booking.id} booking={booking} />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  )
}
