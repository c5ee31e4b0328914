import { type Booking, disputeStates } from '@expertconnect/contract/bookings/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Scale } from 'lucide-react'
import { useState } from 'react'
import { DecideDialog } from '../../features/dispute/decide-dialog.tsx'
import { DisputeCard } from '../../features/dispute/dispute-card.tsx'
import { disputesQuery } from '../../features/dispute/queries.ts'
import { usePaged } from '../../server/use-paged.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Segmented } from '../../ui/form/segmented.tsx'
import { PageHead } from '../../ui/list/page-head.tsx'
import { PagedList } from '../../ui/list/paged-list.tsx'
import { Rows } from '../../ui/list/rows.tsx'
import { useFilters } from '../../ui/list/use-filters.ts'

const names = { open: 'Open', decided: 'Decided' } as const

/** Sessions of which a side says that it was otherwise, and what is decided of them. */
export function DisputesPage() {
  useTitle(pageTitles['/admin/disputes'])
  const { part, change } = useFilters(disputeStates)
  const found = usePaged(useInfiniteQuery(disputesQuery(part)))
  const [taken, setTaken] = useState<Booking | null>(null)
  return (
    <>
      <PageHead
        title={
          <>
            Disputes <em>about who was there</em>
          </>
        }
        lead="One side says that a session went differently from what its room recorded. Both will read what you decide; nothing else changes."
      />
      <Segmented
        legend="Which disputes"
        options={disputeStates.map((value) => ({ value, label: names[value] }))}
        value={part}
        onChange={(next) => change({ part: next })}
      />
      <PagedList
        list={found}
        what="The disputes"
        nouns={['dispute', 'disputes']}
        empty={
          <EmptyState
            icon={<Scale size={28} />}
            title={part === 'open' ? 'Nothing is disputed' : 'None has been decided'}
          >
            After a session, either side can say on its page that it went differently.
          </EmptyState>
        }
      >
        {(bookings) => (
          <Rows label="Disputes">
            {bookings.map((booking) => (
              <DisputeCard key={booking.id} booking={booking} onDecide={() => setTaken(booking)} />
            ))}
          </Rows>
        )}
      </PagedList>
      {taken && <DecideDialog booking={taken} onClose={() => setTaken(null)} />}
    </>
  )
}
