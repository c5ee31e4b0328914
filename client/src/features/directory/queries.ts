import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { firstAnswer } from '../../server/api/first-data.ts'
import { firstPage, from, paged, words } from '../../server/api/paged.ts'
import type { Filters } from './filters.ts'
import type { Window } from './when.ts'

/** Enough of each expert's free times for three by day, wherever the visitor is. The server sends as many with the page. */
const times = 12

/** What somebody may be about to type. */
export function suggestionsQuery(text: string) {
  return queryOptions({
    queryKey: ['directory', 'suggestions', text],
    queryFn: async ({ signal }) =>
      (await call('suggest', { query: { query: text } }, { signal })).items,
    enabled: text.length >= 2,
    // What was suggested before stays until the new ones are there.
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
}

const soonest = { query: { sort: 'soonest', limit: 12, times } } as const

/**
 * Those who are free first, for the landing page: more than it shows, for it passes over whoever has time only at
 * the visitor's night.
 */
export const soonestQuery = queryOptions({
  queryKey: ['directory', 'soonest'],
  queryFn: async ({ signal }) => (await call('searchExperts', soonest, { signal })).items,
  ...firstAnswer('searchExperts', soonest, ({ items }) => items),
})

export function directoryQuery(filters: Filters, window: Window | null) {
  const { query, category, language, maxPrice, sort } = filters
  const asked = (cursor: string) => ({
    query: {
      sort,
      limit: 24,
      times,
      ...words(query),
      ...(category && { category }),
      ...(language && { language }),
      ...(maxPrice && { maxPrice }),
      ...(window && { freeFrom: window.from, freeBefore: window.before }),
      ...from(cursor),
    },
  })
  return infiniteQueryOptions({
    ...paged,
    queryKey: ['directory', filters, window],
    queryFn: ({ signal, pageParam }) => call('searchExperts', asked(pageParam), { signal }),
    // The old results stay, dimmed, until the new ones are there: nothing jumps while someone types.
    placeholderData: keepPreviousData,
    ...firstAnswer('searchExperts', asked(''), firstPage),
  })
}
