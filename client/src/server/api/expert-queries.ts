import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from './client.ts'
import { mine } from './keys.ts'
import { from, paged } from './paged.ts'

/** One expert, by the slug of the page's address. */
export function expertQuery(slug: string) {
  return queryOptions({
    queryKey: ['expert', slug],
    queryFn: ({ signal }) => call('getExpert', { params: { slug } }, { signal }),
    staleTime: 60_000,
  })
}

/** The expert who is signed in, as they themselves see them. */
export const deskQuery = queryOptions({
  queryKey: [...mine.desk, 'expert'],
  queryFn: ({ signal }) => call('getDesk', {}, { signal }),
  staleTime: 60_000,
})

/** What was written about an expert. */
export function reviewsQuery(slug: string) {
  return infiniteQueryOptions({
    ...paged,
    queryKey: ['reviews', slug],
    queryFn: ({ signal, pageParam }) =>
      call(
        'listReviews',
        { params: { slug }, query: { limit: 6, ...from(pageParam) } },
        { signal },
      ),
    staleTime: 5 * 60_000,
  })
}

/** What the directory is browsed by. */
export function categoriesQuery() {
  return queryOptions({
    queryKey: ['categories'],
    queryFn: async ({ signal }) => (await call('listCategories', {}, { signal })).items,
    staleTime: 5 * 60_000,
  })
}
