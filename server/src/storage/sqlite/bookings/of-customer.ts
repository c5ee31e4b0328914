import { isSession } from '../../../domain/bookings/booking.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { BookingScope, BookingsOf, BookingsPage } from '../../port/people.ts'
import type { Database } from '../engine/driver.ts'
import { recordOf } from './record-mapper.ts'
import type { RecordRow } from './record-mapper.ts'

const soonestFirst = {
  from: { startsAt: Number.MIN_SAFE_INTEGER, id: '' },
  order: '(starts_at, id) > (?3, ?4) ORDER BY starts_at, id',
}
const latestFirst = {
  from: { startsAt: Number.MAX_SAFE_INTEGER, id: '' },
  order: '(starts_at, id) < (?3, ?4) ORDER BY starts_at DESC, id DESC',
}

export function createBookingsOf(db: Database) {
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

  return function list({ email, scope: asked, now, after, limit }: BookingsOf): BookingsPage {
    const { from, page } = scopes[asked]
    const { startsAt, id } = after ?? from
    const records = page.all(emailKey(email), now, startsAt, id, limit + 1).map(recordOf)
    const bookings = records.slice(0, limit).filter(isSession)
    const last = bookings.at(-1)
    const next =
      last && records.length > limit ? { next: { startsAt: last.startsAt, id: last.id } } : {}
    return { bookings, ...next }
  }
}
