import type { ClientSession } from 'mongoose'
import type { AuditEntry } from '../../../domain/people/audit.ts'
import type { AuditAsked } from '../../port/audit.ts'
import { pageOf } from '../../rules/page-of.ts'
import { earlierThan } from '../engine/behind.ts'
import type { AuditDoc } from '../engine/documents.ts'
import type { Models } from '../engine/models.ts'

export type Audit = ReturnType<typeof createAudit>

export function createAudit({ audit }: Pick<Models, 'audit'>) {
  /** In the transaction of what the entry is about. */
  async function insert(entry: AuditEntry, session: ClientSession): Promise<void> {
    await audit.create([auditDocOf(entry)], { session })
  }

  async function list({ after, limit }: AuditAsked) {
    const docs = await audit
      .find(earlierThan('at', after))
      .sort({ at: -1, _id: -1 })
      .limit(limit + 1)
      .lean()
    return pageOf(docs.map(entryOf), limit, ({ at, id }) => ({ at, id }))
  }

  return { insert, list }
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
