import { queryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'

/** Nothing tells of a fetch that has ended: who waits for one asks. */
const whileCheckingMs = 1500
const otherwiseMs = 60_000

/** The calendars that an expert has elsewhere, and what clashes with their sessions. */
export const sourcesQuery = queryOptions({
  queryKey: [...mine.desk, 'calendars'],
  queryFn: ({ signal }) => call('listCalendarSources', {}, { signal }),
  refetchOnMount: 'always',
  refetchInterval: ({ state }) =>
    state.data?.items.some(({ checking }) => checking) ? whileCheckingMs : otherwiseMs,
})
