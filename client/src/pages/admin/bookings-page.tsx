import { pageTitles } from '@expertconnect/contract/pages'
import { useInfiniteQuery } from '@tanstack/react-query'
import { CalendarSearch, SlidersHorizontal } from 'lucide-react'
import { useId, useState } from 'react'
import { ChooseBar } from '../../features/booking/choosing/choose-bar.tsx'
import { useChoosing } from '../../features/booking/choosing/use-choosing.ts'
import { AdminRow } from '../../features/booking/lists/admin-row.tsx'
import { dayRangeOf, instantsOf } from '../../features/booking/lists/day-range.ts'
import { allBookingsQuery } from '../../features/booking/queries.ts'
import { ExpertFilter } from '../../features/listing/expert-filter.tsx'
import { serverNow } from '../../lib/time/server-clock.ts'
import { dateAt, visitorZone } from '../../lib/time/time.ts'
import { usePaged } from '../../server/use-paged.ts'
import { Button } from '../../ui/action/button.tsx'
import { DateField } from '../../ui/calendar/date-field.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { PagedList } from '../../ui/list/paged-list.tsx'
import { SearchTools } from '../../ui/list/search-tools.tsx'
import { cx } from '../../ui/style/cx.ts'
import { type FilterChange, useFilters } from '../../ui/list/use-filters.ts'
import styles from './bookings-page.module.css'

// What comes next comes first: of all, the furthest in the future would.
const parts = ['upcoming', 'all', 'past', 'cancelled'] as const
const others = ['from', 'to', 'expert'] as const
type Change = FilterChange<(typeof parts)[number], (typeof others)[number]>

/** All bookings, found by a name, an address or an id, of some days and with one expert. */
export function BookingsPage() {
  useTitle(pageTitles['/admin/bookings'])
  const filters = useFilters(parts, others)
  const { query, part, textOf } = filters
  const zone = visitorZone()
  const today = dateAt(serverNow(), zone)
  const days = dayRangeOf(textOf('from'), textOf('to'))
  const slug = /^[a-z0-9-]{1,80}$/.test(textOf('expert')) ? textOf('expert') : ''
  const found = usePaged(
    useInfiniteQuery(
      allBookingsQuery({
        query,
        scope: part,
        ...instantsOf(days, zone),
        ...(slug !== '' && { expert: slug }),
      }),
    ),
  )
  const choosing = useChoosing('admin')
  const [areShown, setShown] = useState(false)
  const filtersId = useId()
  const narrowing = [days.from, days.to, slug].filter((each) => each !== '').length
  const isNarrowed = query !== '' || narrowing > 0

  function change(next: Change) {
    choosing.end()
    filters.change(next)
  }

  return (
    <>
      <h1>
        All <em>bookings</em>
      </h1>
      <div className={styles.tools}>
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
          onChange={change}
        />
        <div className={styles.actions}>
          <Button
            className={styles.opener}
            icon={<SlidersHorizontal size={18} aria-hidden />}
            aria-expanded={areShown}
            aria-controls={filtersId}
            onClick={() => setShown(!areShown)}
          >
            Filters{narrowing > 0 && ` (${narrowing})`}
          </Button>
          {!choosing.active && part !== 'past' && part !== 'cancelled' && (
            <ChooseBar choosing={choosing} side="admin" />
          )}
        </div>
        <div id={filtersId} className={cx(styles.filters, areShown && styles.shown)}>
          <DateField
            label="From"
            placeholder="Any day"
            value={days.from}
            today={today}
            onChange={(from) => change({ from, ...(days.to < from && { to: '' }) })}
          />
          <DateField
            label="To"
            placeholder="Any day"
            value={days.to}
            today={today}
            {...(days.from !== '' && { min: days.from })}
            onChange={(to) => change({ to })}
          />
          <ExpertFilter
            slug={slug}
            name={found.items?.find(({ expert }) => expert.slug === slug)?.expert.name}
            className={styles.expert}
            onChoose={(expert) => change({ expert })}
          />
        </div>
      </div>
      <PagedList
        list={found}
        what="The bookings"
        nouns={['booking', 'bookings']}
        empty={
          <EmptyState
            icon={<CalendarSearch size={28} />}
            title={
              isNarrowed || part !== 'upcoming' ? 'No matching bookings' : 'Nothing is coming up'
            }
            action={
              <>
                {isNarrowed && part !== 'all' && (
                  <Button onClick={() => change({ part: 'all' })}>Look in all of them</Button>
                )}
                {(isNarrowed || part !== 'upcoming') && (
                  <Button
                    onClick={() => change({ query: '', from: '', to: '', expert: '', part: 'all' })}
                  >
                    Show all bookings
                  </Button>
                )}
              </>
            }
          >
            {isNarrowed
              ? 'Enter a whole address or the beginning of a name, or look at other days.'
              : part === 'upcoming'
                ? 'Sessions show up here as soon as somebody books one.'
                : 'There are none of this kind yet.'}
          </EmptyState>
        }
      >
        {(bookings) => (
          <>
            {choosing.active && <ChooseBar choosing={choosing} side="admin" />}
            <ul className={`glass ${styles.rows}`} aria-label="Bookings">
              {bookings.map((booking) => (
                <AdminRow
                  key={booking.id}
                  booking={booking}
                  alike={part === 'upcoming' || part === 'cancelled'}
                  choosing={choosing.active ? choosing : undefined}
                />
              ))}
            </ul>
          </>
        )}
      </PagedList>
    </>
  )
}
