import { longestBooking } from '../../../domain/bookings/booking.ts'
import { plus } from '../../../domain/time/instant.ts'
import type { BookingScope, BookingsPage, OfExpert } from '../../port/bookings.ts'
import { bookingsPage } from '../../rules/booking-pages.ts'
import type { Database } from '../engine/driver.ts'
import { recordOf, type RecordRow } from './record-mapper.ts'

const endOfTime = Number.MAX_SAFE_INTEGER
const soonestFirst = '(starts_at, id) > (?4, ?5) ORDER BY starts_at, id'
const latestFirst = '(starts_at, id) < (?4, ?5) ORDER BY starts_at DESC, id DESC'

export function createListOfExpert(db: Database) {
  const page = (chosen: string, order: string) =>
    db.prepare<RecordRow>(`
      SELECT * FROM record
      WHERE expert_id = ?1 AND state IN ('booked', 'cancelled') AND ${chosen} AND ${order}
      LIMIT ?6`)
  const scopes = {
    upcoming: page(`state = 'booked' AND ends_at > ?2`, soonestFirst),
    past: page(`state = 'booked' AND ends_at <= ?2`, latestFirst),
    cancelled: page(`state = 'cancelled'`, latestFirst),
  } satisfies Record<BookingScope, unknown>
  const overlapping = page('ends_at > ?2 AND starts_at < ?3', soonestFirst)

  /** The statement, the two instants that it compares with, and the place that its first page begins behind. */
  function choose(chosen: OfExpert['chosen']) {
    if ('from' in chosen) {
      const { from, to } = chosen
      return { rows: overlapping, at: from, to, first: plus(from, -longestBooking) }
    }
    const { scope, now } = chosen
    // Nothing that began earlier lasts until now: what ended long ago is not gone through.
    const first = scope === 'upcoming' ? plus(now, -longestBooking) : endOfTime
    return { rows: scopes[scope], at: now, to: endOfTime, first }
  }

  return function list({ expertId, chosen, after, limit }: OfExpert): BookingsPage {
    const { rows, at, to, first } = choose(chosen)
    const { startsAt, id } = after ?? { startsAt: first, id: '' }
    const found = rows.all(expertId, at, to, startsAt, id, limit + 1)
    return bookingsPage(found.map(recordOf), limit)
  }
}
