import type { DeskBookingsQuery } from '@expertconnect/contract/bookings/shapes'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { mine } from '../../api/queries.ts'

export const deskBookings = [...mine.desk, 'bookings'] as const

/** The expert as they themselves see them. */
export const deskQuery = queryOptions({
  queryKey: [...mine.desk, 'expert'],
  queryFn: ({ signal }) => call('getDesk', {}, { signal }),
  staleTime: 60_000,
})

export const scheduleQuery = queryOptions({
  queryKey: [...mine.desk, 'schedule'],
  queryFn: ({ signal }) => call('getSchedule', {}, { signal }),
  staleTime: 60_000,
})

export const conflictsQuery = queryOptions({
  queryKey: [...deskBookings, 'conflicts'],
  queryFn: async ({ signal }) => (await call('listConflicts', {}, { signal })).items,
})

export type Scope = NonNullable<DeskBookingsQuery['scope']>

export function listQuery(scope: Scope) {
  return infiniteQueryOptions({
    queryKey: [...deskBookings, 'list', scope],
    queryFn: ({ signal, pageParam }) =>
      call(
        'listDeskBookings',
        { query: { scope, limit: 50, ...(pageParam && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // The socket tells of changes; this is for what time alone changes, and for when the socket is down.
    refetchInterval: 60_000,
    refetchOnWindowFocus: 'always',
  })
}

/** The sessions of a stretch of time, whatever became of them. */
export function spanQuery(from: string, to: string) {
  return queryOptions({
    queryKey: [...deskBookings, 'span', from, to],
    queryFn: async ({ signal }) =>
      (await call('listDeskBookings', { query: { from, to, limit: 100 } }, { signal })).items,
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
}

export function sessionQuery(id: string) {
  return queryOptions({
    queryKey: [...mine.desk, 'booking', id],
    queryFn: ({ signal }) => call('getDeskBooking', { params: { id } }, { signal }),
    staleTime: 30_000,
    refetchOnMount: 'always',
  })
}

export function whyQuery(startsAt: string, minutes: number) {
  return queryOptions({
    queryKey: [...deskBookings, 'why', startsAt, minutes],
    queryFn: ({ signal }) => call('explainStart', { query: { startsAt, minutes } }, { signal }),
    staleTime: 0,
  })
}
