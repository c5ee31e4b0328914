import type { FeedSide } from '@expertconnect/contract/calendars/feed-routes'
import { isBooking, longestBooking } from '../../../domain/bookings/booking.ts'
import { type Feed, type Said, saidSince } from '../../../domain/calendars/feed.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type {
  CalendarFeedStorage,
  DatedBooking,
  FeedBookings,
  NewFeed,
} from '../../port/calendars/feeds.ts'
import { changedAtOf, recordOf, type RecordRow } from '../bookings/record-mapper.ts'
import type { Database } from '../engine/driver.ts'
import { done, type Write } from '../engine/write-queue.ts'

export interface FeedRow {
  readonly id: string
  readonly person_id: string
  readonly side: FeedSide
  readonly opened_at: Instant
  readonly read_at: Instant | null
  readonly digest: string | null
  readonly said_since: Instant | null
}

export type Feeds = ReturnType<typeof createFeeds>

/** The rows of feeds. What is written is part of a transaction of the write queue. */
export function createFeeds(db: Database) {
  const byId = db.prepare<FeedRow>('SELECT * FROM calendar_feed WHERE id = ?')
  const ofPerson = db.prepare<FeedRow>(
    'SELECT * FROM calendar_feed WHERE person_id = ? AND side = ?',
  )
  const insertRow = db.prepare(`
    INSERT INTO calendar_feed (id, person_id, side, opened_at, read_at, digest, said_since)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const deleteRow = db.prepare('DELETE FROM calendar_feed WHERE person_id = ? AND side = ?')
  const deleteOfPerson = db.prepare('DELETE FROM calendar_feed WHERE person_id = ?')
  const setSaid = db.prepare('UPDATE calendar_feed SET digest = ?, said_since = ? WHERE id = ?')
  const setRead = db.prepare('UPDATE calendar_feed SET read_at = ? WHERE id = ?')
  // Nothing that began long before ends after: what is long past is not gone through.
  const bookings = (whose: string) =>
    db.prepare<RecordRow>(`
      SELECT * FROM record ${whose} AND state IN ('booked', 'cancelled')
        AND starts_at > ?2 - ${longestBooking} AND ends_at > ?2
        AND (cancelled_at IS NULL OR cancelled_at > ?3)
      ORDER BY starts_at DESC, id DESC LIMIT ?4`)
  const ofExpert = bookings('WHERE expert_id = ?1')
  const ofEmail = bookings('INDEXED BY record_of_email WHERE email_key = ?1')

  function find(id: string): Feed | null {
    const row = byId.get(id)
    return row ? feedOf(row) : null
  }

  function findOf(personId: string, side: FeedSide): Feed | null {
    const row = ofPerson.get(personId, side)
    return row ? feedOf(row) : null
  }

  function insert({ id, personId, side, openedAt, readAt, said }: Feed): void {
    const { digest = null, since = null } = said ?? {}
    insertRow.run(id, personId, side, openedAt, readAt, digest, since)
  }

  function open(opened: NewFeed, replacing: string | null): Feed {
    const { personId, side } = opened
    const present = findOf(personId, side)
    if (present && present.id !== replacing) return present
    deleteRow.run(personId, side)
    const feed: Feed = { ...opened, readAt: null, said: null }
    insert(feed)
    return feed
  }

  function say(id: string, digest: string, now: Instant): Said | null {
    const feed = find(id)
    if (!feed) return null
    const said = saidSince(feed.said, digest, now)
    if (said !== feed.said) setSaid.run(said.digest, said.since, id)
    return said
  }

  function listBookings({ of, endsAfter, cancelledAfter, limit }: FeedBookings): DatedBooking[] {
    const rows =
      'email' in of
        ? ofEmail.all(emailKey(of.email), endsAfter, cancelledAfter, limit)
        : ofExpert.all(of.expertId, endsAfter, cancelledAfter, limit)
    return rows.flatMap((row) => {
      const booking = recordOf(row)
      return isBooking(booking) ? [{ booking, changedAt: changedAtOf(row) }] : []
    })
  }

  return {
    find,
    findOf,
    insert,
    open,
    say,
    listBookings,
    close: (personId: string, side: FeedSide): void => void deleteRow.run(personId, side),
    noteReading: (id: string, at: Instant): void => void setRead.run(at, id),
    forgetOf: (personId: string): void => void deleteOfPerson.run(personId),
  }
}

export function createFeedStorage(feeds: Feeds, write: Write): CalendarFeedStorage {
  return {
    find: async (id) => feeds.find(id),
    findOf: async (personId, side) => feeds.findOf(personId, side),
    open: (feed, replacing) => write(() => done(feeds.open(feed, replacing))),
    close: (personId, side) => write(() => done(feeds.close(personId, side))),
    say: (id, digest, now) => write(() => done(feeds.say(id, digest, now))),
    noteReading: (id, at) => write(() => done(feeds.noteReading(id, at))),
    listBookings: async (asked) => feeds.listBookings(asked),
  }
}

export function feedOf(row: FeedRow): Feed {
  const { digest, said_since: since } = row
  return {
    id: row.id,
    personId: row.person_id,
    side: row.side,
    openedAt: row.opened_at,
    readAt: row.read_at,
    said: digest === null || since === null ? null : { digest, since },
  }
}
