import type { ClientSession } from 'mongoose'
import type { AuditEntry } from '../../../domain/people/audit.ts'
import type { TimePlace } from '../../port/applications.ts'
import { pageOf } from '../../rules/look-through.ts'
import type { AuditDoc } from '../engine/documents.ts'
import type { Models } from '../engine/models.ts'

export function createAudit({ audit }: Pick<Models, 'audit'>) {
  /** In the transaction of what the entry is about. */
  async function insert(entry: AuditEntry, session: ClientSession): Promise<void> {
    await audit.create([auditDocOf(entry)], { session })
  }

  async function list({ after, limit }: { after?: TimePlace | undefined; limit: number }) {
    const docs = await audit
      .find(behind(after))
      .sort({ at: -1, _id: -1 })
      .limit(limit + 1)
      .lean()
    return pageOf(docs.map(entryOf), limit, ({ at, id }) => ({ at, id }))
  }

  return { insert, list }
}

/** The first condition follows from the second, and is what the index can begin with. */
function behind(after: TimePlace | undefined) {
  if (!after) return {}
  const { at, id } = after
  return { at: { $lte: at }, $or: [{ at: { $lt: at } }, { _id: { $lt: id } }] }
}

export function auditDocOf({ id, ...entry }: AuditEntry): AuditDoc {
  return { ...entry, _id: id }
}

export function entryOf({ _id: id, at, by, action, subject, detail }: AuditDoc): AuditEntry {
  const { id: subjectId, name } = subject
  return {
    id,
    at,
    by,
    action,
    subject: { id: subjectId, name },
    ...(detail === undefined ? {} : { detail }),
  }
}
