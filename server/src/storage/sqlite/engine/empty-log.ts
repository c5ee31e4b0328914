import type { Database } from './driver.ts'

/**
 * Moves all of the write-ahead log into the database and cuts it to nothing, so that what a row was before is in neither.
 * False where another program reads at the moment: it is not waited for, since nobody else would be served meanwhile.
 */
export function emptyLog(db: Database): boolean {
  db.exec('PRAGMA busy_timeout = 0')
  try {
    const done = db.prepare<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').get()
    return done?.busy === 0
  } finally {
    db.exec('PRAGMA busy_timeout = 5000')
  }
}
