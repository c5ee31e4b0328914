import { isSession, type SessionRecord } from '../../../domain/bookings/booking.ts'
import { day, type Instant, instantOf } from '../../../domain/time/instant.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { BookingsAsked } from '../../port/applications.ts'
import { isWantedPerson, lookThrough, pageOf } from '../../rules/look-through.ts'
import type { BookingPlace, BookingsPage } from '../../port/people.ts'
import type { Database } from '../engine/driver.ts'
import { recordOf, type RecordRow } from './record-mapper.ts'

const afterEveryKey = '\u{10FFFF}'

const soonestFirst = '(starts_at, id) > (?2, ?3) ORDER BY starts_at, id LIMIT ?4'
const latestFirst = '(starts_at, id) < (?2, ?3) ORDER BY starts_at DESC, id DESC LIMIT ?4'

export function createFindBookings(db: Database) {
  const scope = (state: string, order: string) => {
    const rows = (index: string, more: string) =>
      db.prepare<RecordRow>(
        `SELECT * FROM record INDEXED BY ${index} WHERE ${more} AND ${state} AND ${order}`,
      )
    return {
      ofEverybody: rows('record_by_start', 'email_key IS NOT NULL'),
      // Sorted: of one address, or of a few, there are not many.
      ofAddress: rows('record_of_email', 'email_key >= ?5 AND email_key < ?6'),
    }
  }
  const scopes = {
    upcoming: scope(`state = 'booked' AND ends_at > ?1`, soonestFirst),
    past: scope(`state = 'booked' AND ends_at <= ?1`, latestFirst),
    cancelled: scope(`state = 'cancelled' AND ?1 > 0`, latestFirst),
    all: scope(`?1 > 0`, latestFirst),
  } satisfies Record<BookingsAsked['scope'], unknown>

  async function find(asked: BookingsAsked): Promise<BookingsPage> {
    const { scope: name, now, after, limit, email, words } = asked
    const { ofEverybody, ofAddress } = scopes[name]
    const begin = after ?? beginning(name, now)
    if (email !== undefined) {
      const key = emailKey(email)
      const range = [key, key + afterEveryKey]
      const rows = ofAddress.all(now, begin.startsAt, begin.id, limit + 1, ...range)
      return bookingsPage(pageOf(rows.map(recordOf).filter(isSession), limit, placeOf))
    }
    const read = async (place: BookingPlace | undefined, count: number) => {
      const { startsAt, id } = place ?? begin
      return ofEverybody.all(now, startsAt, id, count).map(recordOf).filter(isSession)
    }
    if (!words) return bookingsPage(pageOf(await read(after, limit + 1), limit, placeOf))
    const isWanted = ({ customer }: SessionRecord) => isWantedPerson(customer, { words })
    return bookingsPage(await lookThrough({ read, placeOf, isWanted, after, limit }))
  }

  return find
}

function placeOf({ startsAt, id }: SessionRecord): BookingPlace {
  return { startsAt, id }
}

/** What ends in the future began a day ago at the earliest: what is long past is not gone through for it. */
function beginning(scope: BookingsAsked['scope'], now: Instant): BookingPlace {
  const startsAt = scope === 'upcoming' ? now - day : Number.MAX_SAFE_INTEGER
  return { startsAt: instantOf(startsAt), id: '' }
}

function bookingsPage({
  items,
  next,
}: {
  items: readonly SessionRecord[]
  next?: BookingPlace | undefined
}): BookingsPage {
  return next ? { bookings: items, next } : { bookings: items }
}
