import { auditKindOf } from '@expertconnect/contract/audit/shapes'
import type { AuditEntry } from '../../../domain/people/audit.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { AuditAsked } from '../../port/audit.ts'
import { erasedSubject } from '../../rules/entry-about.ts'
import { pageOf } from '../../rules/page-of.ts'
import type { Database } from '../engine/driver.ts'
import { chunk } from '../engine/write-queue.ts'

export interface AuditRow {
  readonly id: string
  readonly at: Instant
  readonly done_by: string
  readonly action: AuditEntry['action']
  readonly subject_id: string
  readonly subject_name: string
  readonly detail: string | null
  readonly device: string | null
  readonly network: string | null
}

export type Audit = ReturnType<typeof createAudit>

/** Entries are written inside the savepoint of what they are about. */
export function createAudit(db: Database) {
  const insertRow = db.prepare(`
    INSERT INTO audit (id, at, done_by, action, subject_id, subject_name, detail, device, network,
      kind)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)

  function insert(entry: AuditEntry): void {
    const { id, at, by, action, subject, detail = null, device = null, network = null } = entry
    const kind = auditKindOf(action)
    insertRow.run(id, at, by, action, subject.id, subject.name, detail, device, network, kind)
  }

  const behind = '(at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?'
  const latest = db.prepare<AuditRow>(`SELECT * FROM audit WHERE ${behind}`)
  const latestOfKind = db.prepare<AuditRow>(`SELECT * FROM audit WHERE kind = ? AND ${behind}`)
  const signedIn = db.prepare(
    `SELECT 1 FROM audit WHERE subject_id = ? AND action = 'signed_in' LIMIT 1`,
  )
  const deleteOf = db.prepare(`DELETE FROM audit WHERE subject_id = ? AND kind <> 'administration'`)
  const deleteOld = db.prepare(
    `DELETE FROM audit WHERE rowid IN (SELECT rowid FROM audit WHERE at < ? LIMIT ${chunk})`,
  )

  function list({ kind, after, limit }: AuditAsked) {
    const { at, id } = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
    const rows =
      kind === undefined ? latest.all(at, id, limit + 1) : latestOfKind.all(kind, at, id, limit + 1)
    return pageOf(rows.map(entryOf), limit, (entry) => ({ at: entry.at, id: entry.id }))
  }

  const forgetSubject = db.prepare(
    'UPDATE audit SET subject_name = ?, detail = NULL WHERE subject_id = ?',
  )

  return {
    insert,
    list,
    /** What was done to it stays, without who it was. */
    anonymise: (subjectId: string): void => void forgetSubject.run(erasedSubject, subjectId),
    /** Whether the log knows of a sign-in of theirs. */
    hasSignedIn: (personId: string): boolean => signedIn.get(personId) !== undefined,
    /** What is no administrative change. */
    forgetOf: (personId: string): void => void deleteOf.run(personId),
    /** Up to a chunk; answers how many. */
    forget: (before: Instant): number => deleteOld.run(before),
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
    ...(row.device === null ? {} : { device: row.device }),
    ...(row.network === null ? {} : { network: row.network }),
  }
}
