import type { ReportState } from '@expertconnect/contract/blocks/shapes'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'
import { from, pagedAnew } from '../../server/api/paged.ts'

/** An expert for themselves, or an administrator for all. */
export type Side = 'desk' | 'admin'

/** What one booking has in common with others that are yet to come. */
export function originQuery(side: Side, id: string) {
  return queryOptions({
    queryKey: [...mine[side], 'origin', id],
    queryFn: ({ signal }) =>
      call(side === 'desk' ? 'getDeskOrigin' : 'getOrigin', { params: { id } }, { signal }),
    refetchOnMount: 'always',
  })
}

export function blocksQuery(side: Side) {
  return infiniteQueryOptions({
    ...pagedAnew,
    queryKey: [...mine[side], 'blocks'],
    queryFn: ({ signal, pageParam }) =>
      call(
        side === 'desk' ? 'listDeskBlocks' : 'listBlocks',
        { query: from(pageParam) },
        { signal },
      ),
  })
}

/** What experts report. */
export function reportsQuery(state: ReportState) {
  return infiniteQueryOptions({
    ...pagedAnew,
    queryKey: [...mine.admin, 'reports', state],
    queryFn: ({ signal, pageParam }) =>
      call('listReports', { query: { state, ...from(pageParam) } }, { signal }),
    // Nothing tells of a new one: the number in the navigation is asked for.
    refetchInterval: 60_000,
  })
}
