import { pageTitles } from '@expertconnect/contract/pages'
import { cityOf } from '@expertconnect/contract/zone-city'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { soonestFirst } from '../../features/directory/advertised.ts'
import { CategoryChips } from '../../features/directory/category-chips.tsx'
import { FilterBar } from '../../features/directory/filter-bar.tsx'
import {
  directoryPath,
  isNarrowed,
  readFilters,
  type Filters,
} from '../../features/directory/filters.ts'
import { listExperts } from '../../features/directory/list-experts.ts'
import { namedFilters } from '../../features/directory/named-filters.ts'
import { directoryQuery } from '../../features/directory/queries.ts'
import { Results } from '../../features/directory/results.tsx'
import { DirectorySearch } from '../../features/directory/suggesting/directory-search.tsx'
import { windowOf } from '../../features/directory/when.ts'
import { useSeededExperts } from '../../features/directory/use-seeded-experts.ts'
import { useNow } from '../../lib/time/server-clock.ts'
import { useTimeSettings } from '../../lib/time/settings.ts'
import { locale, visitorZone } from '../../lib/time/time.ts'
import { categoriesQuery } from '../../server/api/expert-queries.ts'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { useAnnounce } from '../../ui/feedback/use-announce.ts'
import styles from './directory-page.module.css'

export function DirectoryPage() {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const filters = readFilters(params)
  const categories = useQuery(categoriesQuery())
  useTimeSettings()
  const zone = visitorZone()
  const now = useNow()
  const window = filters.free === '' ? null : windowOf(filters.free, zone, now)
  const found = useInfiniteQuery(directoryQuery(filters, window))
  const { experts, total } = listExperts(found.data, (page) =>
    filters.sort === 'soonest' ? soonestFirst(page, zone, now) : page,
  )
  const outdated = found.isPlaceholderData
  useSeededExperts(experts ?? [], found.dataUpdatedAt)

  const category = categories.data?.find(({ slug }) => slug === filters.category)
  const currency = experts?.[0]?.hourlyRate.currency
  const more = found.hasNextPage && total === experts?.length ? '+' : ''
  const count = total === 1 ? '1 expert' : `${total.toLocaleString(locale())}${more} experts`
  const field = category?.name ?? filters.category
  useTitle(titleOf(filters.query, field))

  const announce = useAnnounce()
  const news = experts && !outdated ? `${count} found` : ''
  useEffect(() => {
    if (news !== '') announce(news)
  }, [announce, news])

  function change(next: Partial<Filters>, replace = false) {
    void navigate(directoryPath({ ...filters, ...next }), { replace })
  }

  return (
    <div>
      <header className={styles.header}>
        <Heading query={filters.query} field={field} />
        <p className={styles.lead}>{`Free times are shown in your time zone, ${cityOf(zone)}.`}</p>
      </header>
      <div className={styles.tools}>
        <DirectorySearch query={filters.query} onChange={(next) => change(next, true)} />
        {!categories.isError && (
          <CategoryChips
            categories={categories.data}
            current={filters.category}
            pathTo={(slug) =>
              directoryPath({ ...filters, category: slug === filters.category ? '' : slug })
            }
          />
        )}
        <div className={styles.line}>
          <div className={styles.count}>
            <h2>{experts ? count : found.isError ? 'No answer' : 'Looking…'}</h2>
            {isNarrowed(filters) && (
              <LinkButton variant="plain" size="s" to={directoryPath({ sort: filters.sort })}>
                Clear all
              </LinkButton>
            )}
          </div>
          <FilterBar filters={filters} experts={experts ?? []} onChange={change} />
        </div>
      </div>
      <Results
        experts={experts}
        total={total}
        outdated={outdated}
        error={found.error}
        query={filters.query}
        meant={found.data?.pages[0]?.meant}
        named={namedFilters(filters, { categoryName: category?.name, currency })}
        hasMore={found.hasNextPage}
        loadingMore={found.isFetchingNextPage}
        onMore={() => void found.fetchNextPage()}
        onRetry={() => void found.refetch()}
        retrying={found.isFetching}
      />
    </div>
  )
}

function titleOf(query: string, field: string): string {
  if (query !== '') return `Experts for “${query}”${field === '' ? '' : ` in ${field}`}`
  return field === '' ? pageTitles['/experts'] : `Experts in ${field}`
}

/** The same words as in the title of the tab, with the one that matters in italics. */
function Heading({ query, field }: { query: string; field: string }) {
  const emphasis = query === '' ? field || 'experts' : `“${query}”`
  const [before = '', after = ''] = titleOf(query, field).split(emphasis)
  return (
    <h1>
      {before}
      <em>{emphasis}</em>
      {after}
    </h1>
  )
}
