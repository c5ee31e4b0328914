import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { from, paged, words } from '../../server/api/paged.ts'
import type { Filters } from './filters.ts'

/** The few who are free first, for the landing page. */
export function soonestQuery(limit: number) {
  return queryOptions({
    queryKey: ['directory', 'soonest', limit],
    queryFn: async ({ signal }) =>
      (await call('searchExperts', { query: { sort: 'soonest', limit } }, { signal })).items,
  })
}

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

export function directoryQuery(filters: Filters) {
  const { query, category, language, maxPrice, sort } = filters
  return infiniteQueryOptions({
    ...paged,
    queryKey: ['directory', filters],
    queryFn: ({ signal, pageParam }) =>
      call(
        'searchExperts',
        {
          query: {
            sort,
            limit: 24,
            ...words(query),
            ...(category && { category }),
            ...(language && { language }),
            ...(maxPrice && { maxPrice }),
            ...from(pageParam),
          },
        },
        { signal },
      ),
    // The old results stay, dimmed, until the new ones are there: nothing jumps while someone types.
    placeholderData: keepPreviousData,
  })
}
