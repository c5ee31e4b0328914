import type { Instant } from '../../../domain/time/instant.ts'
import type { Database } from '../engine/driver.ts'
import { recordOf } from './record-mapper.ts'
import type { RecordRow } from './record-mapper.ts'
import type { Records } from './records.ts'
import { done } from '../engine/write-queue.ts'
import type { Write } from '../engine/write-queue.ts'

/** A commit of this size lets claims in between while a long backlog is worked off. */
export const chunk = 200

export function createSweeps(db: Database, records: Records, write: Write) {
  const expired = db.prepare<RecordRow>(`
    SELECT * FROM record WHERE state = 'held' AND expires_at <= ? ORDER BY expires_at LIMIT ${chunk}`)
  const forgetRecords = db.prepare(`
    DELETE FROM record WHERE rowid IN (
      SELECT rowid FROM record WHERE state = 'released' AND released_at < ? LIMIT ${chunk})`)
  const forgetAnswers = db.prepare(`
    DELETE FROM answer WHERE rowid IN (
      SELECT rowid FROM answer WHERE of_hold = 1 AND answered_at < ? LIMIT ${chunk})`)
  const forgetWindows = db.prepare(`
    DELETE FROM use_count WHERE key IN (
      SELECT key FROM use_count WHERE ends_at <= ? LIMIT ${chunk})`)

  function releaseExpired(now: Instant): Promise<number> {
    return untilDone(() =>
      write(() => {
        const changes = expired.all(now).map((row) => records.release(recordOf(row), now))
        return done(changes.length, changes)
      }),
    )
  }

  async function forgetReleased(before: Instant): Promise<number> {
    await untilDone(() => write(() => done(forgetAnswers.run(before))))
    return untilDone(() => write(() => done(forgetRecords.run(before))))
  }

  function forgetUses(before: Instant): Promise<number> {
    return untilDone(() => write(() => done(forgetWindows.run(before))))
  }

  return { releaseExpired, forgetReleased, forgetUses }
}

/** `step` works off up to a chunk and answers how many. */
export async function untilDone(step: () => Promise<number>): Promise<number> {
  let total = 0
  for (;;) {
    const count = await step()
    total += count
    if (count < chunk) return total
  }
}
