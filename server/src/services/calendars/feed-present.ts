import type { Feed as FeedView } from '@expertconnect/contract/calendars/feed-shapes'
import type { Feed } from '../../domain/calendars/feed.ts'
import { formatInstant } from '../../domain/time/instant.ts'

export function presentFeed(feed: Feed, url: string): FeedView {
  return { ...presentFeedFacts(feed), url }
}

/** Without the address, which opens it. */
export function presentFeedFacts({ id, openedAt, readAt }: Feed): Omit<FeedView, 'url'> {
  return { id, openedAt: formatInstant(openedAt), readAt: readAt && formatInstant(readAt) }
}
