import { queryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'

export const scheduleQuery = queryOptions({
  queryKey: [...mine.desk, 'schedule'],
  queryFn: ({ signal }) => call('getSchedule', {}, { signal }),
  staleTime: 60_000,
})

/** When other calendars of the expert's are busy, between two instants. */
export function busyTimesQuery(from: string, to: string) {
  return queryOptions({
    queryKey: [...mine.desk, 'busy-times', from, to],
    queryFn: async ({ signal }) =>
      (await call('listBusyTimes', { query: { from, to } }, { signal })).items,
    staleTime: 60_000,
  })
}

/** Bookings that do not fit the schedule any more. */
export const conflictsQuery = queryOptions({
  queryKey: [...mine.deskBookings, 'conflicts'],
  queryFn: async ({ signal }) => (await call('listConflicts', {}, { signal })).items,
})

/** Why a start can't be booked; it depends on the bookings too. */
export function whyQuery(startsAt: string, minutes: number) {
  return queryOptions({
    queryKey: [...mine.deskBookings, 'why', startsAt, minutes],
    queryFn: ({ signal }) => call('explainStart', { query: { startsAt, minutes } }, { signal }),
    staleTime: 0,
  })
}
