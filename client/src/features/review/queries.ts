import type { ReviewShow } from '@expertconnect/contract/reviews/shapes'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'
import { from, pagedAnew } from '../../server/api/paged.ts'

/** What was written about one session, for whoever has its token or (an empty one) is signed in. */
export function bookingReviewQuery(id: string, token: string) {
  return queryOptions({
    queryKey: token === '' ? [...mine.booking, id, 'review'] : ['booking', id, token, 'review'],
    queryFn: ({ signal }) =>
      call('getBookingReview', { params: { id } }, { bearer: token, signal }),
    staleTime: 30_000,
  })
}

/** What was written about the expert who is signed in. */
export const deskReviewsQuery = infiniteQueryOptions({
  ...pagedAnew,
  queryKey: [...mine.desk, 'reviews'],
  queryFn: ({ signal, pageParam }) =>
    call('listDeskReviews', { query: from(pageParam) }, { signal }),
})

/** For administrators. */
export function adminReviewsQuery(show: ReviewShow) {
  return infiniteQueryOptions({
    ...pagedAnew,
    queryKey: [...mine.admin, 'reviews', show],
    queryFn: ({ signal, pageParam }) =>
      call('listAdminReviews', { query: { show, ...from(pageParam) } }, { signal }),
    // Nothing tells of a new report: the number in the navigation is asked for.
    refetchInterval: 60_000,
  })
}
