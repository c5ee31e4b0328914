import {
  type BookedRecord,
  type HeldRecord,
  longestBooking,
} from '../../../domain/bookings/booking.ts'
import { emailKey } from '../../../domain/people/person.ts'
import { type Instant, plus } from '../../../domain/time/instant.ts'
import type { Alike } from '../../port/bookings.ts'
import type { Database } from '../engine/driver.ts'
import { recordOf, type RecordRow } from './record-mapper.ts'

const likeness = {
  email: 'email_key = ?3',
  // Whatever lies in the domain as well. Nothing but the end of an address is compared.
  domain: `substr(email_key, -length(?3) - 1) IN ('@' || ?3, '.' || ?3)`,
  network: 'network = ?3',
}

export function createListAlike(db: Database) {
  const found = (by: keyof typeof likeness, ofExpert: string) =>
    db.prepare<RecordRow>(`
      SELECT * FROM record
      WHERE ${ofExpert} state = 'booked' AND ends_at > ?1 AND ${likeness[by]}
        AND email_key IS NOT NULL AND (starts_at, id) > (?2, '')
      ORDER BY starts_at, id LIMIT ?4`)
  const statements = {
    // What one expert has before them is little, whatever is looked for in it.
    ofOne: {
      email: found('email', 'expert_id = ?5 AND'),
      domain: found('domain', 'expert_id = ?5 AND'),
      network: found('network', 'expert_id = ?5 AND'),
    },
    ofAll: {
      email: found('email', ''),
      domain: found('domain', ''),
      network: found('network', ''),
    },
  }

  return function listAlike({ expertId, by, value, now, limit }: Alike): BookedRecord[] {
    const wanted = by === 'email' ? emailKey(value) : value
    // Nothing that began earlier lasts until now.
    const given = [now, plus(now, -longestBooking), wanted, limit] as const
    const rows =
      expertId === undefined
        ? statements.ofAll[by].all(...given)
        : statements.ofOne[by].all(...given, expertId)
    return rows.map(recordOf).filter((record) => record.state === 'booked')
  }
}

export function createListHolds(db: Database) {
  const live = db.prepare<RecordRow>(
    `SELECT * FROM record WHERE state = 'held' AND expires_at > ?1 AND (?2 = '' OR expert_id = ?2)`,
  )
  return (now: Instant, expertId: string | undefined): HeldRecord[] =>
    live
      .all(now, expertId ?? '')
      .map(recordOf)
      .filter((record) => record.state === 'held')
}
