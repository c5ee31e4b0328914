import type { FeedSide } from '@expertconnect/contract/calendars/feed-routes'
import { isBooking, longestBooking } from '../../../domain/bookings/booking.ts'
import { type Feed, type Said, saidSince } from '../../../domain/calendars/feed.ts'
import { emailKey } from '../../../domain/people/person.ts'
import { type Instant, plus } from '../../../domain/time/instant.ts'
import type {
  CalendarFeedStorage,
  DatedBooking,
  FeedBookings,
  NewFeed,
} from '../../port/calendars/feeds.ts'
import { changedAtOf, recordOf } from '../bookings/record-mapper.ts'
import type { CalendarFeedDoc } from '../engine/documents.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Models } from '../engine/models.ts'

export function createCalendarFeeds({
  bookings,
  calendarFeeds,
}: Pick<Models, 'bookings' | 'calendarFeeds'>): CalendarFeedStorage {
  async function find(id: string): Promise<Feed | null> {
    const doc = await calendarFeeds.findById(id).lean()
    return doc && feedOf(doc)
  }

  async function findOf(personId: string, side: FeedSide): Promise<Feed | null> {
    const doc = await calendarFeeds.findOne({ personId, side }).lean()
    return doc && feedOf(doc)
  }

  async function open(opened: NewFeed, replacing: string | null): Promise<Feed> {
    const { personId, side } = opened
    const feed: Feed = { ...opened, readAt: null, said: null }
    try {
      return await calendarFeeds.db.transaction(async (session) => {
        await calendarFeeds.deleteOne({ _id: replacing ?? '', personId, side }, { session })
        const present = await calendarFeeds.findOne({ personId, side }).session(session).lean()
        if (present) return feedOf(present)
        await calendarFeeds.create([feedDocOf(feed)], { session })
        return feed
      })
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
    // Somebody else opened one in that moment.
    return (await findOf(personId, side)) ?? open(opened, replacing)
  }

  async function say(id: string, digest: string, now: Instant): Promise<Said | null> {
    for (;;) {
      const feed = await find(id)
      if (!feed) return null
      const said = saidSince(feed.said, digest, now)
      if (said === feed.said) return said
      const asRead = { _id: id, 'said.since': feed.said?.since ?? null }
      const { matchedCount } = await calendarFeeds.updateOne(asRead, { $set: { said } })
      if (matchedCount === 1) return said
    }
  }

  async function listBookings(asked: FeedBookings): Promise<DatedBooking[]> {
    const { of, endsAfter, cancelledAfter, limit } = asked
    const chosen = {
      // Nothing that began long before ends after: what is long past is not gone through.
      startsAt: { $gt: plus(endsAfter, -longestBooking) },
      endsAt: { $gt: endsAfter },
      $or: [
        { state: 'booked' as const },
        { state: 'cancelled' as const, cancelledAt: { $gt: cancelledAfter } },
      ],
    }
    const whose =
      'email' in of
        ? { emailKey: emailKey(of.email) }
        : { expertId: of.expertId, bookedAt: { $exists: true } }
    const docs = await bookings
      .find({ ...whose, ...chosen }, { answers: 0 })
      .sort({ startsAt: -1, _id: -1 })
      .limit(limit)
      .hint('email' in of ? 'bookings_of_by_start' : 'sessions_of_expert')
      .lean()
    return docs.flatMap((doc) => {
      const booking = recordOf(doc)
      return isBooking(booking) ? [{ booking, changedAt: changedAtOf(doc) }] : []
    })
  }

  return {
    find,
    findOf,
    open,
    async close(personId, side) {
      await calendarFeeds.deleteOne({ personId, side })
    },
    say,
    async noteReading(id, at) {
      await calendarFeeds.updateOne({ _id: id }, { $set: { readAt: at } })
    },
    listBookings,
  }
}

export function feedDocOf({ id, readAt, said, ...feed }: Feed): CalendarFeedDoc {
  return {
    ...feed,
    _id: id,
    ...(readAt === null ? {} : { readAt }),
    ...(said === null ? {} : { said }),
  }
}

export function feedOf(doc: CalendarFeedDoc): Feed {
  const { _id: id, personId, side, openedAt, readAt = null, said = null } = doc
  return { id, personId, side, openedAt, readAt, said }
}
