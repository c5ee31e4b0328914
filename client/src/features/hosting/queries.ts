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
