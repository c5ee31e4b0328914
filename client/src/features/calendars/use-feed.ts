import type { FeedSide } from '@expertconnect/contract/calendars/feed-routes'
import type { FeedState } from '@expertconnect/contract/calendars/feed-shapes'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { useSend } from '../../server/use-send.ts'
import { useAnnounce } from '../../ui/feedback/use-announce.ts'
import { feedQuery } from './feed-queries.ts'

/** Opens, renews and closes one's feed. Each answers why it was refused, or `null`. */
export function useFeed(side: FeedSide) {
  const client = useQueryClient()
  const announce = useAnnounce()
  const params = { side }

  async function show(state: FeedState, said: string) {
    const { queryKey } = feedQuery(side)
    // What is being read meanwhile may be older.
    await client.cancelQueries({ queryKey })
    client.setQueryData(queryKey, state)
    announce(said)
  }

  return {
    open: useSend(() => call('openFeed', { params, body: { replacing: null } }), {
      onDone: (state) => show(state, 'Your private address is made'),
    }),
    renew: useSend((replacing: string) => call('openFeed', { params, body: { replacing } }), {
      onDone: (state) => show(state, 'You have a new address. The old one is dead.'),
    }),
    close: useSend(() => call('closeFeed', { params }), {
      onDone: () => show({ feed: null }, 'Your private address is switched off'),
    }),
  }
}
