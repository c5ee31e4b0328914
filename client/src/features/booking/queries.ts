import type {
  AdminBookingsQuery,
  DeskBookingsQuery,
  MyBookingsQuery,
} from '@expertconnect/contract/bookings/shapes'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'
import { from, paged, searched, words } from '../../server/api/paged.ts'

/**
 * One booking, for whoever has its token, or (an empty one) for who is signed in. The token is part of the key: another
 * one sees another thing.
 */
export function bookingQuery(id: string, token: string) {
  return queryOptions({
    queryKey: token === '' ? [...mine.booking, id] : ['booking', id, token],
    queryFn: async ({ signal }) =>
      (await call('getBooking', { params: { id } }, { bearer: token, signal })).booking,
    staleTime: 30_000,
    refetchOnMount: 'always',
  })
}

/** The socket tells of changes; this is for what time alone changes, and for when the socket is down. */
const followed = { refetchInterval: 60_000, refetchOnWindowFocus: 'always' } as const

/** What was booked with the address that is signed in. */
export function myBookingsQuery(scope: NonNullable<MyBookingsQuery['scope']>) {
  return infiniteQueryOptions({
    ...paged,
    ...followed,
    queryKey: [...mine.bookings, scope],
    queryFn: ({ signal, pageParam }) =>
      call('listMyBookings', { query: { scope, ...from(pageParam) } }, { signal }),
    refetchOnMount: 'always',
  })
}

export type DeskScope = NonNullable<DeskBookingsQuery['scope']>

/** What was booked with the expert who is signed in. */
export function deskBookingsQuery(scope: DeskScope) {
  return infiniteQueryOptions({
    ...paged,
    ...followed,
    queryKey: [...mine.deskBookings, 'list', scope],
    queryFn: ({ signal, pageParam }) =>
      call('listDeskBookings', { query: { scope, limit: 50, ...from(pageParam) } }, { signal }),
  })
}

/** An expert's bookings of a stretch of time, whatever became of them. */
export function deskSpanQuery(start: string, end: string) {
  return queryOptions({
    queryKey: [...mine.deskBookings, 'span', start, end],
    queryFn: async ({ signal }) =>
      (await call('listDeskBookings', { query: { from: start, to: end, limit: 100 } }, { signal }))
        .items,
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
}

/** One booking for its expert, with the token that is theirs. */
export function deskBookingQuery(id: string) {
  return queryOptions({
    queryKey: [...mine.desk, 'booking', id],
    queryFn: ({ signal }) => call('getDeskBooking', { params: { id } }, { signal }),
    staleTime: 30_000,
    refetchOnMount: 'always',
  })
}

/** By what administrators narrow the bookings of everybody. */
export type AdminBookings = Pick<AdminBookingsQuery, 'scope' | 'from' | 'to' | 'expert'> & {
  readonly query: string
}

/** The bookings of everybody, for administrators. */
export function allBookingsQuery({ query, ...narrowed }: AdminBookings) {
  return infiniteQueryOptions({
    ...searched,
    queryKey: [...mine.admin, 'bookings', query, narrowed],
    queryFn: ({ signal, pageParam }) =>
      call(
        'findBookings',
        { query: { ...narrowed, ...words(query), ...from(pageParam) } },
        { signal },
      ),
  })
}
