import type { Disputed, DisputedPage } from '../../port/bookings.ts'
import { disputedPage } from '../../rules/booking-pages.ts'
import type { Database } from '../engine/driver.ts'
import { recordOf, type RecordRow } from './record-mapper.ts'

export function createListDisputed(db: Database) {
  const page = db.prepare<RecordRow>(`
    SELECT * FROM record WHERE dispute = ?1 AND (disputed_at, id) < (?2, ?3)
    ORDER BY disputed_at DESC, id DESC LIMIT ?4`)

  return function list({ state, after, limit }: Disputed): DisputedPage {
    const { at, id } = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
    return disputedPage(page.all(state, at, id, limit + 1).map(recordOf), limit)
  }
}
