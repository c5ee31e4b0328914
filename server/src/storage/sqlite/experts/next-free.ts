import type { Instant } from '../../../domain/time/instant.ts'
import type { DueExpert, ExpertStorage, NextFree } from '../../port/experts.ts'
import type { Records } from '../bookings/records.ts'
import type { Database } from '../engine/driver.ts'
import { done, type Write } from '../engine/write-queue.ts'
import type { Experts } from './experts.ts'

/** Triggers of the database make experts due: see the migrations. */
export function createNextFree(
  db: Database,
  { experts, records }: { experts: Experts; records: Pick<Records, 'isAnyOwned'> },
  write: Write,
): Pick<ExpertStorage, 'listDue' | 'storeNextFree'> {
  const dueAt = db.prepare<DueExpert>(
    'SELECT id AS expertId, refresh_at AS due FROM expert WHERE refresh_at <= ? ORDER BY refresh_at, rid LIMIT ?',
  )
  const setNextFree = db.prepare(
    'UPDATE expert SET (next_free_at, next_free_until, refresh_at) = (?, ?, ?) WHERE id = ? AND refresh_at = ?',
  )

  function storeOne({ expertId, slot, refreshAt, due }: NextFree): void {
    if (slot && records.isAnyOwned(expertId, slot)) return
    const nextFreeAt = slot?.startsAt ?? null
    const until = slot?.until ?? null
    if (setNextFree.run(nextFreeAt, until, refreshAt, expertId, due) === 0) return
    experts.noteNextFree(expertId, nextFreeAt)
  }

  return {
    listDue: async (now: Instant, limit: number) => dueAt.all(now, limit),
    storeNextFree: (times) => write(() => done(times.forEach(storeOne))),
  }
}
