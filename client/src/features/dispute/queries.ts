import type { DisputeState } from '@expertconnect/contract/bookings/shapes'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'
import { from, pagedAnew } from '../../server/api/paged.ts'

/** Sessions of which a side says that it was otherwise. */
export function disputesQuery(state: DisputeState) {
  return infiniteQueryOptions({
    ...pagedAnew,
    queryKey: [...mine.admin, 'disputes', state],
    queryFn: ({ signal, pageParam }) =>
      call('listDisputes', { query: { state, ...from(pageParam) } }, { signal }),
    // Nothing tells of a new one: the number in the navigation is asked for.
    refetchInterval: 60_000,
  })
}
