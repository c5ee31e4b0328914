import type { SlotRecord } from '../../../domain/bookings/booking.ts'
import type { BookingPlace, BookingSearch, BookingsPage } from '../../port/bookings.ts'
import { addressesBeginningWith } from '../../rules/beginnings.ts'
import { searchPage, stretchOf } from '../../rules/booking-pages.ts'
import type { Database } from '../engine/driver.ts'
import { recordOf, type RecordRow } from './record-mapper.ts'

const soonestFirst = '(starts_at, id) > (?2, ?3) AND starts_at < ?4 ORDER BY starts_at, id LIMIT ?5'
const latestFirst =
  '(starts_at, id) < (?2, ?3) AND starts_at >= ?4 ORDER BY starts_at DESC, id DESC LIMIT ?5'

export function createSearch(db: Database) {
  const scope = (state: string, order: string) => {
    const rows = (index: string, more: string) =>
      db.prepare<RecordRow>(
        `SELECT * FROM record INDEXED BY ${index} WHERE ${more} AND ${state} AND ${order}`,
      )
    return {
      ofEverybody: rows('record_by_start', 'email_key IS NOT NULL'),
      ofExpert: rows('record_of_expert', `expert_id = ?6 AND state IN ('booked', 'cancelled')`),
      // Sorted: of one address, or of a few, there are not many.
      ofAddress: rows(
        'record_of_email',
        'email_key >= ?7 AND email_key < ?8 AND expert_id = coalesce(?6, expert_id)',
      ),
    }
  }
  const scopes = {
    upcoming: scope(`state = 'booked' AND ends_at > ?1`, soonestFirst),
    past: scope(`state = 'booked' AND ends_at <= ?1`, latestFirst),
    cancelled: scope(`state = 'cancelled' AND ?1 > 0`, latestFirst),
    all: scope(`?1 > 0`, latestFirst),
  } satisfies Record<BookingSearch['scope'], unknown>

  return function search(asked: BookingSearch): Promise<BookingsPage> {
    const { scope: name, now, email, expertId = null } = asked
    const { ofEverybody, ofExpert, ofAddress } = scopes[name]
    const range = email === undefined ? null : addressesBeginningWith(email)

    async function read(
      after: BookingPlace | undefined,
      count: number,
    ): Promise<readonly SlotRecord[]> {
      const { begin, end } = stretchOf(asked, after)
      const chosen = [now, begin.startsAt, begin.id, end, count] as const
      const rows = range
        ? ofAddress.all(...chosen, expertId, ...range)
        : expertId === null
          ? ofEverybody.all(...chosen)
          : ofExpert.all(...chosen, expertId)
      return rows.map(recordOf)
    }

    return searchPage(asked, read)
  }
}
