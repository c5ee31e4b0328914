import type { Instant } from '../../../domain/time/instant.ts'
import type { BookingStorage } from '../../port/bookings.ts'
import type { Database } from '../engine/driver.ts'
import { chunk, done, untilDone, type Write } from '../engine/write-queue.ts'
import { recordOf, type RecordRow } from './record-mapper.ts'
import type { Records } from './records.ts'

export function createSweeps(
  db: Database,
  records: Records,
  write: Write,
): Pick<BookingStorage, 'releaseExpired' | 'forgetReleased'> {
  const expired = db.prepare<RecordRow>(`
    SELECT * FROM record WHERE state = 'held' AND expires_at <= ? ORDER BY expires_at LIMIT ${chunk}`)
  const forgetRecords = db.prepare(`
    DELETE FROM record WHERE rowid IN (
      SELECT rowid FROM record WHERE state = 'released' AND released_at < ? LIMIT ${chunk})`)
  const forgetAnswers = db.prepare(`
    DELETE FROM answer WHERE rowid IN (
      SELECT rowid FROM answer WHERE of_hold = 1 AND answered_at < ? LIMIT ${chunk})`)

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

  return { releaseExpired, forgetReleased }
}
