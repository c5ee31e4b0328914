import { type Instant, plus } from '../../../domain/time/instant.ts'
import type { Database } from '../engine/driver.ts'

interface UseRow {
  readonly count: number
  readonly ends_at: Instant
}

/** Counts uses in windows of time. Runs inside one savepoint. */
export function createUses(db: Database) {
  // Each SET reads the row as it was: both decide by the same end.
  const upsert = db.prepare<UseRow>(`
    INSERT INTO use_count (key, count, ends_at) VALUES (?1, 1, ?3)
    ON CONFLICT (key) DO UPDATE SET
      count = iif(ends_at <= ?2, 1, count + 1),
      ends_at = iif(ends_at <= ?2, excluded.ends_at, ends_at)
    RETURNING count, ends_at`)

  function count(
    key: string,
    { now, milliseconds }: { readonly now: Instant; readonly milliseconds: number },
  ): { readonly count: number; readonly endsAt: Instant } {
    const row = upsert.get(key, now, plus(now, milliseconds))
    if (!row) throw new Error('A count that was written was not returned')
    return { count: row.count, endsAt: row.ends_at }
  }

  return { count }
}
