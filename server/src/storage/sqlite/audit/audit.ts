import type { AuditEntry } from '../../../domain/people/audit.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { AuditAsked } from '../../port/audit.ts'
import { erasedSubject } from '../../rules/entry-about.ts'
import { pageOf } from '../../rules/page-of.ts'
import type { Database } from '../engine/driver.ts'

export interface AuditRow {
  readonly id: string
  readonly at: Instant
  readonly done_by: string
  readonly action: AuditEntry['action']
  readonly subject_id: string
  readonly subject_name: string
  readonly detail: string | null
}

export type Audit = ReturnType<typeof createAudit>

/** Entries are written inside the savepoint of what they are about. */
export function createAudit(db: Database) {
  const insertRow = db.prepare(`
    INSERT INTO audit (id, at, done_by, action, subject_id, subject_name, detail)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)

  function insert({ id, at, by, action, subject, detail }: AuditEntry): void {
    insertRow.run(id, at, by, action, subject.id, subject.name, detail ?? null)
  }

  const latest = db.prepare<AuditRow>(
    'SELECT * FROM audit WHERE (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?',
  )

  function list({ after, limit }: AuditAsked) {
    const { at, id } = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
    const entries = latest.all(at, id, limit + 1).map(entryOf)
    return pageOf(entries, limit, (entry) => ({ at: entry.at, id: entry.id }))
  }

  const forgetSubject = db.prepare(
    'UPDATE audit SET subject_name = ?, detail = NULL WHERE subject_id = ?',
  )

  return {
    insert,
    list,
    /** What was done to it stays, without who it was. */
    forget: (subjectId: string): void => void forgetSubject.run(erasedSubject, subjectId),
  }
}

export function entryOf(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    at: row.at,
    by: row.done_by,
    action: row.action,
    subject: { id: row.subject_id, name: row.subject_name },
    ...(row.detail === null ? {} : { detail: row.detail }),
  }
}
