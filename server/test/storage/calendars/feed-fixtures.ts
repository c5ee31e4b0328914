import { instantOf } from '../../../src/domain/time/instant.ts'
import type { FeedBookings, NewFeed } from '../../../src/storage/port/calendars/feeds.ts'
import { fresh, now } from '../fixtures.ts'

export function aFeed(fields: Partial<NewFeed> = {}): NewFeed {
  return {
    id: fresh('feed'),
    personId: fresh('person'),
    side: 'customer',
    openedAt: now,
    ...fields,
  }
}

/** Whatever a feed could have. */
export function allOf(of: FeedBookings['of']): FeedBookings {
  return { of, endsAfter: instantOf(0), cancelledAfter: instantOf(0), limit: 1000 }
}
