import type { FeedSide } from '@expertconnect/contract/calendars/feed-routes'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'

export const feedQuery = (side: FeedSide) =>
  queryOptions({
    queryKey: [...mine.all, 'calendar-feed', side],
    queryFn: ({ signal }) => call('getFeed', { params: { side } }, { signal }),
  })
