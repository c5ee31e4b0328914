import { firstAsked } from '@expertconnect/contract/first-data'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { firstAnswer } from '../../server/api/first-data.ts'
import { firstPage, from, paged, words } from '../../server/api/paged.ts'
import type { Filters } from './filters.ts'
import type { Window } from './when.ts'

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

const soonest = { query: firstAsked.landing }

/** Those who are free first, for the landing page. */
export const soonestQuery = queryOptions({
  queryKey: ['directory', 'soonest'],
  queryFn: async ({ signal }) => (await call('searchExperts', soonest, { signal })).items,
  ...firstAnswer('searchExperts', soonest, ({ items }) => items),
})

export function directoryQuery(filters: Filters, window: Window | null) {
  const { query, category, language, maxPrice, sort } = filters
  const asked = (cursor: string) => ({
    query: {
      ...firstAsked.directory,
      sort,
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
