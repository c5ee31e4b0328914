import { pageTitles } from '@expertconnect/contract/pages'
import { useInfiniteQuery } from '@tanstack/react-query'
import { CalendarSearch } from 'lucide-react'
import { ChooseBar } from '../../features/booking/choosing/choose-bar.tsx'
import { useChoosing } from '../../features/booking/choosing/use-choosing.ts'
import { AdminRow } from '../../features/booking/lists/admin-row.tsx'
import { allBookingsQuery } from '../../features/booking/queries.ts'
import { usePaged } from '../../server/use-paged.ts'
import { Button } from '../../ui/action/button.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { PageHead } from '../../ui/list/page-head.tsx'
import { PagedList } from '../../ui/list/paged-list.tsx'
import { Rows } from '../../ui/list/rows.tsx'
import { SearchTools } from '../../ui/list/search-tools.tsx'
import { useFilters } from '../../ui/list/use-filters.ts'

// What comes next comes first: of all, the furthest in the future would.
const parts = ['upcoming', 'all', 'past', 'cancelled'] as const

/** All bookings, found by a name, an address or an id. */
export function BookingsPage() {
  useTitle(pageTitles['/admin/bookings'])
  const { query, part, change } = useFilters(parts)
  const found = usePaged(useInfiniteQuery(allBookingsQuery(query, part)))
  const choosing = useChoosing('admin')
  const narrowed = query !== '' || part !== 'upcoming'
  return (
    <>
      <PageHead
        title={
          <>
            All <em>bookings</em>
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
          { value: 'upcoming', label: 'Upcoming' },
          { value: 'all', label: 'All' },
          { value: 'past', label: 'Past' },
          { value: 'cancelled', label: 'Cancelled' },
        ]}
        part={part}
        onChange={(next) => {
          choosing.end()
          change(next)
        }}
      />
      <PagedList
        list={found}
        what="The bookings"
        nouns={['booking', 'bookings']}
        empty={
          <EmptyState
            icon={<CalendarSearch size={28} />}
            title={narrowed ? 'No matching bookings' : 'Nothing is coming up'}
            action={
              narrowed && (
                <Button onClick={() => change({ query: '', part: 'all' })}>
                  Show all bookings
                </Button>
              )
            }
          >
            {narrowed
              ? 'Enter a whole address, or the beginning of a name.'
              : 'Sessions show up here as soon as somebody books one.'}
          </EmptyState>
        }
      >
        {(bookings) => (
          <>
            {part !== 'past' && part !== 'cancelled' && (
              <ChooseBar choosing={choosing} side="admin" />
            )}
            <Rows label="Bookings">
              {bookings.map((booking) => (
                <AdminRow
                  key={booking.id}
                  booking={booking}
                  choosing={choosing.active ? choosing : undefined}
                />
              ))}
            </Rows>
          </>
        )}
      </PagedList>
    </>
  )
}
