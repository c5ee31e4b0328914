import { queryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'

/** When and how one side of a booking meets the other: by its token or, with an empty one, as who is signed in. */
export function callQuery(id: string, token: string) {
  return queryOptions({
    queryKey: token === '' ? [...mine.all, 'call', id] : ['call', id, token],
    queryFn: ({ signal }) => call('getCall', { params: { id } }, { bearer: token, signal }),
    // It holds a ticket that runs out.
    staleTime: 0,
    gcTime: 0,
    // Whether the time that is offered is still free is told by nobody else.
    refetchInterval: ({ state }) =>
      state.data?.moreTime?.offeredBy === undefined ? 60_000 : 10_000,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  })
}
