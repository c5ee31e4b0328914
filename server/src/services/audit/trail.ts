import type {
  AuditAction,
  AuditEntry as AuditView,
  AuditExportQuery,
  AuditPart,
  AuditQuery,
} from '@expertconnect/contract/audit/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import type { AuditEntry } from '../../domain/people/audit.ts'
import type { Person } from '../../domain/people/person.ts'
import { readTimePlace, writeTimePlace } from '../../base/cursors.ts'
import { demandAdmin } from '../../base/demand.ts'
import { Refused } from '../../base/problem.ts'
import { isFreshProof } from '../../domain/people/roles.ts'
import { textOf } from './file.ts'
import { presentEntry } from './present.ts'

const perPage = 50
const perPart = 1000

/** What an administrator did, to be stored in the same commit. */
export function entryOf(
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  admin: Person,
  action: AuditAction,
  subject: AuditEntry['subject'],
  detail?: string,
): AuditEntry {
  const entry = { id: newId(), at: clock(), by: admin.email, action, subject }
  return detail === undefined ? entry : { ...entry, detail }
}

/** The log: all administrative changes, who signed in, and who was refused. */
export function createAuditTrail(deps: Pick<Deps, 'storage' | 'clock' | 'newId'>) {
  const { storage, clock } = deps
  return {
    /** A part of the file; the next one is asked for with its cursor. That it was taken away is logged with the first. */
    async file(actor: Actor, { cursor, kind, format }: AuditExportQuery): Promise<AuditPart> {
      const admin = demandAdmin(actor)
      if (!actor.signedIn || !isFreshProof(actor.signedIn.session, clock())) {
        throw new Refused('fresh_proof_needed')
      }
      const first = cursor === undefined
      if (first) {
        const subject = { id: admin.id, name: kind ?? 'all' }
        await storage.audit.note(entryOf(deps, admin, 'audit_exported', subject, format))
      }
      const asked = { kind, after: readTimePlace(cursor), limit: perPart }
      const { items, next } = await storage.audit.list(asked)
      return {
        text: textOf(items.map(presentEntry), format, first),
        ...(next ? { nextCursor: writeTimePlace(next) } : {}),
      }
    },

    async list(
      actor: Actor,
      query: AuditQuery,
    ): Promise<{ items: AuditView[]; nextCursor?: string }> {
      demandAdmin(actor)
      const { items, next } = await storage.audit.list({
        kind: query.kind,
        after: readTimePlace(query.cursor),
        limit: query.limit ?? perPage,
      })
      return {
        items: items.map(presentEntry),
        ...(next ? { nextCursor: writeTimePlace(next) } : {}),
      }
    },
  }
}
