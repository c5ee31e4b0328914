import { queryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'

const everyMs = 60_000

/** Whether calls find their paths here. */
export const callHealthQuery = queryOptions({
  queryKey: [...mine.admin, 'calls'],
  queryFn: ({ signal }) => call('getCallHealth', {}, { signal }),
  staleTime: everyMs,
  refetchInterval: everyMs,
})

/** By which time-zone rules the server reckons. They change when it is started anew. */
export const timeZoneRulesQuery = queryOptions({
  queryKey: [...mine.admin, 'time-zone-rules'],
  queryFn: ({ signal }) => call('getTimeZoneRules', {}, { signal }),
  staleTime: 60 * everyMs,
})
