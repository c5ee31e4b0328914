import type { AdminBookingsQuery } from '@expertconnect/contract/bookings/shapes'
import type { AdminExpertsQuery, Application } from '@expertconnect/contract/experts/shapes'
import type { AdminPeopleQuery } from '@expertconnect/contract/people/shapes'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { mine } from '../../api/queries.ts'

/** The keys of what administrators read. It belongs to who is signed in, and goes when they do. */
export const admin = {
  all: [...mine.all, 'admin'],
  experts: [...mine.all, 'admin', 'experts'],
  applications: [...mine.all, 'admin', 'applications'],
  bookings: [...mine.all, 'admin', 'bookings'],
  people: [...mine.all, 'admin', 'people'],
  audit: [...mine.all, 'admin', 'audit'],
} as const

/** Others administer at the same time: what is opened or come back to is read anew. */
const paged = {
  initialPageParam: '',
  getNextPageParam: (page: { nextCursor?: string | undefined }) => page.nextCursor,
  refetchOnMount: 'always',
  refetchOnWindowFocus: 'always',
} as const

/** The old results stay until the new ones are there: nothing jumps while somebody types. */
const searched = { ...paged, placeholderData: keepPreviousData }

const from = (cursor: string) => (cursor === '' ? {} : { cursor })
const words = (query: string) => (query === '' ? {} : { query })

export function expertsQuery(query: string, show: NonNullable<AdminExpertsQuery['show']>) {
  return infiniteQueryOptions({
    ...searched,
    queryKey: [...admin.experts, query, show],
    queryFn: ({ signal, pageParam }) =>
      call(
        'listAdminExperts',
        { query: { show, ...words(query), ...from(pageParam) } },
        { signal },
      ),
  })
}

export function applicationsQuery(state: Application['state']) {
  return infiniteQueryOptions({
    ...paged,
    queryKey: [...admin.applications, state],
    queryFn: ({ signal, pageParam }) =>
      call('listApplications', { query: { state, ...from(pageParam) } }, { signal }),
    // Nothing tells of a new one: the number in the navigation is asked for.
    refetchInterval: 60_000,
  })
}

export function bookingsQuery(query: string, scope: NonNullable<AdminBookingsQuery['scope']>) {
  return infiniteQueryOptions({
    ...searched,
    queryKey: [...admin.bookings, query, scope],
    queryFn: ({ signal, pageParam }) =>
      call('findBookings', { query: { scope, ...words(query), ...from(pageParam) } }, { signal }),
  })
}

export function peopleQuery(query: string, role: NonNullable<AdminPeopleQuery['role']>) {
  return infiniteQueryOptions({
    ...searched,
    queryKey: [...admin.people, query, role],
    queryFn: ({ signal, pageParam }) =>
      call('listPeople', { query: { role, ...words(query), ...from(pageParam) } }, { signal }),
  })
}

export const auditQuery = infiniteQueryOptions({
  ...paged,
  queryKey: admin.audit,
  queryFn: ({ signal, pageParam }) => call('listAudit', { query: from(pageParam) }, { signal }),
})
