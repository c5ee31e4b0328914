import type { ClientSession } from 'mongoose'
import { auditKindOf } from '@expertconnect/contract/audit/shapes'
import type { Instant } from '../../../domain/time/instant.ts'
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

  async function note(entry: AuditEntry): Promise<void> {
    await audit.create([auditDocOf(entry)])
  }

  /** Whether the log knows of a sign-in of theirs. */
  async function hasSignedIn(personId: string, session: ClientSession): Promise<boolean> {
    const theirs = { 'subject.id': personId, action: 'signed_in' } as const
    return (await audit.exists(theirs).session(session)) !== null
  }

  /** What is no administrative change. */
  async function forgetOf(personId: string, session: ClientSession): Promise<void> {
    const theirs = { 'subject.id': personId, kind: { $ne: 'administration' } } as const
    await audit.deleteMany(theirs, { session })
  }

  async function forget(before: Instant): Promise<number> {
    const { deletedCount } = await audit.deleteMany({ at: { $lt: before } })
    return deletedCount
  }

  async function list({ kind, after, limit }: AuditAsked) {
    const docs = await audit
      .find({ ...(kind === undefined ? {} : { kind }), ...earlierThan('at', after) })
      .sort({ at: -1, _id: -1 })
      .limit(limit + 1)
      .lean()
    return pageOf(docs.map(entryOf), limit, ({ at, id }) => ({ at, id }))
  }

  return { insert, note, hasSignedIn, forgetOf, forget, list }
}

export function auditDocOf({ id, ...entry }: AuditEntry): AuditDoc {
  return { ...entry, _id: id, kind: auditKindOf(entry.action) }
}

export function entryOf(doc: AuditDoc): AuditEntry {
  const { _id: id, at, by, action, subject, detail, device, network } = doc
  const { id: subjectId, name } = subject
  return {
    id,
    at,
    by,
    action,
    subject: { id: subjectId, name },
    ...(detail === undefined ? {} : { detail }),
    ...(device === undefined ? {} : { device }),
    ...(network === undefined ? {} : { network }),
  }
}
