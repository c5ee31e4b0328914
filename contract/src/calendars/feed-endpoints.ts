import { type EndpointsOf, roleRefusals } from '../endpoint.ts'
import { feedRoutes } from './feed-routes.ts'
import { FeedOpening, FeedParams, FeedState } from './feed-shapes.ts'

/** One's sessions in the calendar that one has. Of the side of an expert, experts alone. */
export const feedEndpoints = {
  getFeed: {
    ...feedRoutes.getFeed,
    summary: 'Read at which private address calendars find one’s sessions',
    params: FeedParams,
    response: FeedState,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  openFeed: {
    ...feedRoutes.openFeed,
    summary: 'Make a private address for calendars, or a new one',
    params: FeedParams,
    body: FeedOpening,
    response: FeedState,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  closeFeed: {
    ...feedRoutes.closeFeed,
    summary: 'Switch the private address off: calendars find nothing there any more',
    params: FeedParams,
    response: null,
    status: 204,
    personal: true,
    problems: roleRefusals,
  },
} as const satisfies EndpointsOf<typeof feedRoutes>
