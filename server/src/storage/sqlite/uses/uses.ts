import { type Instant, plus } from '../../../domain/time/instant.ts'
import type { UseCount, UseStorage, UseWindow } from '../../port/uses.ts'
import type { Database } from '../engine/driver.ts'
import { chunk, done, type Outcome, untilDone, type Write } from '../engine/write-queue.ts'

interface UseRow {
  readonly count: number
  readonly ends_at: Instant
}

export function createUses(db: Database, write: Write): UseStorage {
  // Each SET reads the row as it was: both decide by the same end.
  const upsert = db.prepare<UseRow>(`
    INSERT INTO use_count (key, count, ends_at) VALUES (?1, 1, ?3)
    ON CONFLICT (key) DO UPDATE SET
      count = iif(ends_at <= ?2, 1, count + 1),
      ends_at = iif(ends_at <= ?2, excluded.ends_at, ends_at)
    RETURNING count, ends_at`)
  const findOpen = db.prepare<Pick<UseRow, 'count'>>(
    'SELECT count FROM use_count WHERE key = ? AND ends_at > ?',
  )
  const forgetWindows = db.prepare(`
    DELETE FROM use_count WHERE key IN (
      SELECT key FROM use_count WHERE ends_at <= ? LIMIT ${chunk})`)

  function count(key: string, { now, milliseconds }: UseWindow): Outcome<UseCount> {
    const row = upsert.get(key, now, plus(now, milliseconds))
    if (!row) throw new Error('A count that was written was not returned')
    return done({ count: row.count, endsAt: row.ends_at })
  }

  return {
    count: (key, window) => write(() => count(key, window)),
    async read(keys, now) {
      const found = keys.map((key) => [key, findOpen.get(key, now)?.count ?? 0] as const)
      return new Map(found.filter(([, count]) => count > 0))
    },
    forget: (before) => untilDone(() => write(() => done(forgetWindows.run(before)))),
  }
}
