import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from './client.ts'

/** One expert, by the slug of the page's address. */
export function expertQuery(slug: string) {
  return queryOptions({
    queryKey: ['expert', slug],
    queryFn: ({ signal }) => call('getExpert', { params: { slug } }, { signal }),
    staleTime: 60_000,
  })
}

export function reviewsQuery(slug: string) {
  return infiniteQueryOptions({
    queryKey: ['reviews', slug],
    queryFn: ({ signal, pageParam }) =>
      call(
        'listReviews',
        { params: { slug }, query: { limit: 6, ...(pageParam && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 5 * 60_000,
  })
}

/** One booking, for whoever has its token. The token is part of the key: another one sees another thing. */
export function bookingQuery(id: string, token: string) {
  return queryOptions({
    queryKey: ['booking', id, token],
    queryFn: async ({ signal }) =>
      (await call('getBooking', { params: { id } }, { bearer: token, signal })).booking,
    staleTime: 30_000,
    refetchOnMount: 'always',
  })
}
