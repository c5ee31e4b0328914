import { useInfiniteQuery } from '@tanstack/react-query'
import { CalendarDays } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { usePaged } from '../../../server/use-paged.ts'
import { useNow } from '../../../lib/time/server-clock.ts'
import { Panel } from '../../../ui/display/panel.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { PartSkeleton } from '../../../ui/feedback/part-skeleton.tsx'
import { Segmented } from '../../../ui/form/segmented.tsx'
import { PagedList } from '../../../ui/list/paged-list.tsx'
import { ChooseBar } from '../choosing/choose-bar.tsx'
import { useChoosing } from '../choosing/use-choosing.ts'
import { type DeskScope, deskBookingsQuery } from '../queries.ts'
import styles from './desk-list.module.css'
import { DeskRows } from './desk-rows.tsx'

const upcoming = { value: 'upcoming', label: 'Upcoming', none: 'Nothing is booked' } as const
const scopes: readonly { value: DeskScope; label: string; none: string }[] = [
  upcoming,
  { value: 'past', label: 'Past', none: 'No session has taken place yet' },
  { value: 'cancelled', label: 'Cancelled', none: 'Nothing was cancelled' },
]

/** An expert's bookings in lines: those to come by their start, the others with the latest first. */
export function DeskList({ zone }: { zone: string }) {
  const [search, setSearch] = useSearchParams()
  const { value, label, none } =
    scopes.find((each) => each.value === search.get('show')) ?? upcoming
  const choosing = useChoosing('desk')
  const now = useNow(30_000)
  return (
    <div className={styles.list}>
      <Segmented
        legend="Which sessions"
        options={scopes}
        value={value}
        onChange={(show) => {
          choosing.end()
          setSearch({ view: 'list', show }, { replace: true })
        }}
      />
      <PagedList
        list={usePaged(useInfiniteQuery(deskBookingsQuery(value)))}
        what="Your sessions"
        triedAgain="by itself"
        skeleton={<PartSkeleton says="Loading your sessions" />}
        empty={<EmptyState icon={<CalendarDays size={28} />} title={none} />}
      >
        {(bookings) => (
          <div className={styles.list}>
            {value === 'upcoming' && <ChooseBar choosing={choosing} side="desk" />}
            <Panel>
              <DeskRows
                label={`${label} sessions`}
                bookings={bookings}
                zone={zone}
                {...(value === 'upcoming' && !choosing.active && { now })}
                choosing={choosing.active ? choosing : undefined}
                days
              />
            </Panel>
          </div>
        )}
      </PagedList>
    </div>
  )
}
