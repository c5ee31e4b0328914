import type { Application } from '@expertconnect/contract/experts/shapes'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'
import { from, pagedAnew } from '../../server/api/paged.ts'

/** Who wants to become an expert. */
export function applicationsQuery(state: Application['state']) {
  return infiniteQueryOptions({
    ...pagedAnew,
    queryKey: [...mine.admin, 'applications', state],
    queryFn: ({ signal, pageParam }) =>
      call('listApplications', { query: { state, ...from(pageParam) } }, { signal }),
    // Nothing tells of a new one: the number in the navigation is asked for.
    refetchInterval: 60_000,
  })
}
