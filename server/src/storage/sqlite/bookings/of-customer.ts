import { emailKey } from '../../../domain/people/person.ts'
import type { BookingScope, BookingsPage, OfCustomer } from '../../port/bookings.ts'
import { bookingsPage } from '../../rules/booking-pages.ts'
import type { Database } from '../engine/driver.ts'
import { recordOf, type RecordRow } from './record-mapper.ts'

const soonestFirst = {
  from: { startsAt: Number.MIN_SAFE_INTEGER, id: '' },
  order: '(starts_at, id) > (?3, ?4) ORDER BY starts_at, id',
}
const latestFirst = {
  from: { startsAt: Number.MAX_SAFE_INTEGER, id: '' },
  order: '(starts_at, id) < (?3, ?4) ORDER BY starts_at DESC, id DESC',
}

export function createListOfCustomer(db: Database) {
  const scope = (state: string, { from, order }: typeof soonestFirst) => ({
    from,
    page: db.prepare<RecordRow>(
      `SELECT * FROM record WHERE email_key = ?1 AND ${state} AND ${order} LIMIT ?5`,
    ),
  })
  const scopes = {
    upcoming: scope(`state = 'booked' AND ends_at > ?2`, soonestFirst),
    past: scope(`state = 'booked' AND ends_at <= ?2`, latestFirst),
    cancelled: scope(`state = 'cancelled'`, latestFirst),
  } satisfies Record<BookingScope, unknown>

  return function list({ email, scope: asked, now, after, limit }: OfCustomer): BookingsPage {
    const { from, page } = scopes[asked]
    const { startsAt, id } = after ?? from
    const rows = page.all(emailKey(email), now, startsAt, id, limit + 1)
    return bookingsPage(rows.map(recordOf), limit)
  }
}
