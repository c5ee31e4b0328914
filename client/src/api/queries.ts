import type { MyBookingsQuery } from '@expertconnect/contract/bookings/shapes'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { noteMe } from '../session/session-mark.ts'
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

export function categoriesQuery() {
  return queryOptions({
    queryKey: ['categories'],
    queryFn: async ({ signal }) => (await call('listCategories', {}, { signal })).items,
    staleTime: 5 * 60_000,
  })
}

/** The keys of what belongs to who is signed in: all of it goes when they do. */
export const mine = {
  all: ['mine'],
  me: ['mine', 'me'],
  bookings: ['mine', 'bookings'],
  sessions: ['mine', 'sessions'],
  desk: ['mine', 'desk'],
} as const

/** Who is signed in. `useSession` decides when that is asked. */
export const meQuery = queryOptions({
  queryKey: mine.me,
  queryFn: async ({ signal }) => {
    const me = await call('getMe', {}, { signal })
    noteMe(me.person?.id ?? null)
    return me
  },
  staleTime: 5 * 60_000,
})

export function myBookingsQuery(scope: NonNullable<MyBookingsQuery['scope']>) {
  return infiniteQueryOptions({
    queryKey: [...mine.bookings, scope],
    queryFn: ({ signal, pageParam }) =>
      call(
        'listMyBookings',
        { query: { scope, ...(pageParam && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // The socket tells of changes; this is for what time alone changes, and for when the socket is down.
    refetchInterval: 60_000,
    refetchOnWindowFocus: 'always',
    refetchOnMount: 'always',
  })
}

export const sessionsQuery = queryOptions({
  queryKey: mine.sessions,
  queryFn: ({ signal }) => call('listSessions', {}, { signal }),
  refetchInterval: 60_000,
  refetchOnWindowFocus: 'always',
  refetchOnMount: 'always',
})

/**
 * One booking, for whoever has its token, or (an empty one) for who is signed in. The token is part of the key: another
 * one sees another thing.
 */
export function bookingQuery(id: string, token: string) {
  return queryOptions({
    queryKey: token === '' ? [...mine.all, 'booking', id] : ['booking', id, token],
    queryFn: async ({ signal }) =>
      (await call('getBooking', { params: { id } }, { bearer: token, signal })).booking,
    staleTime: 30_000,
    refetchOnMount: 'always',
  })
}
