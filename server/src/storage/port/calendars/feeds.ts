import type { FeedSide } from '@expertconnect/contract/calendars/feed-routes'
import type { BookingRecord } from '../../../domain/bookings/booking.ts'
import type { Feed, FeedWindow, Said } from '../../../domain/calendars/feed.ts'
import type { Instant } from '../../../domain/time/instant.ts'

export type NewFeed = Pick<Feed, 'id' | 'personId' | 'side' | 'openedAt'>

export interface FeedBookings extends FeedWindow {
  readonly of: { readonly email: string } | { readonly expertId: string }
  readonly limit: number
}

export interface DatedBooking {
  readonly booking: BookingRecord
  /** When its present version was written. */
  readonly changedAt: Instant
}

/** Where calendars read sessions. A person has one feed a side at most: a unique key decides. */
export interface CalendarFeedStorage {
  find(id: string): Promise<Feed | null>
  findOf(personId: string, side: FeedSide): Promise<Feed | null>
  /**
   * Opens a feed where the person has none. With `replacing`, the id of the present one, it takes its place, unread, in one
   * step. Answers the one that is open then: of many at once, all answer the same.
   */
  open(feed: NewFeed, replacing: string | null): Promise<Feed>
  close(personId: string, side: FeedSide): Promise<void>
  /** Notes what the feed says, by `saidSince` of the domain; `null` where it was closed or replaced meanwhile. */
  say(id: string, digest: string, now: Instant): Promise<Said | null>
  noteReading(id: string, at: Instant): Promise<void>
  /** Those that start last come first. */
  listBookings(asked: FeedBookings): Promise<readonly DatedBooking[]>
}
