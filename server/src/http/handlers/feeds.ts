import type { Services } from '../../services/services.ts'
import type { Handlers } from './handler.ts'

type FeedHandlers = Pick<Handlers, 'getFeed' | 'openFeed' | 'closeFeed'>

/** Sessions in the calendars that people have. */
export function createFeedHandlers({ calendarFeeds }: Services): FeedHandlers {
  return {
    getFeed: ({ actor, params }) => calendarFeeds.read(actor, params.side),
    openFeed: ({ actor, params, body }) => calendarFeeds.open(actor, params.side, body.replacing),
    closeFeed: async ({ actor, params }) => {
      await calendarFeeds.close(actor, params.side)
      return null
    },
  }
}
