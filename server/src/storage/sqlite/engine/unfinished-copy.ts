import { endFaults } from '../../copy/ends.ts'
import type { Database } from './driver.ts'
import { unavailable } from './faults.ts'

/**
 * A table that only an unfinished copy has, and not a migration's: it goes with the last step of the copy.
 * Answers the place that is copied, `null` where there is no such copy.
 */
export function unfinishedFrom(db: Database): string | null {
  const marked = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'unfinished_copy'").get()
  if (!marked) return null
  return db.prepare<{ source: string }>('SELECT source FROM unfinished_copy').get()?.source ?? null
}

/** The caller runs it in one transaction. */
export function markUnfinished(db: Database, source: string): void {
  db.exec('CREATE TABLE unfinished_copy (source TEXT NOT NULL) STRICT')
  db.prepare('INSERT INTO unfinished_copy (source) VALUES (?)').run(source)
}

export function markFinished(db: Database): void {
  db.exec('DROP TABLE unfinished_copy')
}

export function refuseUnfinished(db: Database, file: string): void {
  if (unfinishedFrom(db) !== null) throw unavailable(file, endFaults.unfinished)
}
