import type { AdminExpertsQuery } from '@expertconnect/contract/experts/shapes'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'
import { from, searched, words } from '../../server/api/paged.ts'

/** All experts, listed or not. */
export function allExpertsQuery(query: string, show: NonNullable<AdminExpertsQuery['show']>) {
  return infiniteQueryOptions({
    ...searched,
    queryKey: [...mine.admin, 'experts', query, show],
    queryFn: ({ signal, pageParam }) =>
      call(
        'listAdminExperts',
        { query: { show, ...words(query), ...from(pageParam) } },
        { signal },
      ),
  })
}
