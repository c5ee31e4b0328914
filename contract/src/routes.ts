import { auditRoutes } from './audit/routes.ts'
import { blockRoutes } from './blocks/routes.ts'
import { boardRoutes } from './boards/routes.ts'
import { bookingRoutes } from './bookings/routes.ts'
import { feedRoutes } from './calendars/feed-routes.ts'
import { sourceRoutes } from './calendars/source-routes.ts'
import { callRoutes } from './calls/routes.ts'
import { expertRoutes } from './experts/routes.ts'
import { messageRoutes } from './messages/routes.ts'
import { noteRoutes } from './notes/routes.ts'
import { numberRoutes } from './numbers/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import { scheduleRoutes } from './schedules/routes.ts'

/** Where each call goes. `endpoints` says the rest of each, with the schemas, which a browser need not download. */
export const routes = {
  ...expertRoutes,
  ...reviewRoutes,
  ...boardRoutes,
  ...scheduleRoutes,
  ...bookingRoutes,
  ...blockRoutes,
  ...feedRoutes,
  ...sourceRoutes,
  ...callRoutes,
  ...messageRoutes,
  ...noteRoutes,
  ...numberRoutes,
  ...peopleRoutes,
  ...auditRoutes,
} as const
