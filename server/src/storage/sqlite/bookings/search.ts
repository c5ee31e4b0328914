import type { SlotRecord } from '../../../domain/bookings/booking.ts'
import { day, type Instant, instantOf } from '../../../domain/time/instant.ts'
import type { BookingPlace, BookingSearch, BookingsPage } from '../../port/bookings.ts'
import { addressesBeginningWith } from '../../rules/beginnings.ts'
import { searchPage } from '../../rules/booking-pages.ts'
import type { Database } from '../engine/driver.ts'
import { recordOf, type RecordRow } from './record-mapper.ts'

const soonestFirst = '(starts_at, id) > (?2, ?3) ORDER BY starts_at, id LIMIT ?4'
const latestFirst = '(starts_at, id) < (?2, ?3) ORDER BY starts_at DESC, id DESC LIMIT ?4'

export function createSearch(db: Database) {
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
  } satisfies Record<BookingSearch['scope'], unknown>

  return function search(asked: BookingSearch): Promise<BookingsPage> {
    const { scope: name, now, email } = asked
    const { ofEverybody, ofAddress } = scopes[name]
    const range = email === undefined ? null : addressesBeginningWith(email)

    async function read(
      after: BookingPlace | undefined,
      count: number,
    ): Promise<readonly SlotRecord[]> {
      const { startsAt, id } = after ?? beginning(name, now)
      const rows = range
        ? ofAddress.all(now, startsAt, id, count, ...range)
        : ofEverybody.all(now, startsAt, id, count)
      return rows.map(recordOf)
    }

    return searchPage(asked, read)
  }
}

/** What ends in the future began a day ago at the earliest: what is long past is not gone through for it. */
function beginning(scope: BookingSearch['scope'], now: Instant): BookingPlace {
  const startsAt = scope === 'upcoming' ? now - day : Number.MAX_SAFE_INTEGER
  return { startsAt: instantOf(startsAt), id: '' }
}
