import type {
  AuditAction,
  AuditEntry as AuditView,
  AuditQuery,
} from '@expertconnect/contract/audit/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import type { AuditEntry } from '../../domain/people/audit.ts'
import type { Person } from '../../domain/people/person.ts'
import { readTimePlace, writeTimePlace } from '../../base/cursors.ts'
import { demandAdmin } from '../../base/demand.ts'
import { presentEntry } from './present.ts'

const perPage = 50

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

/** The trail of all administrative changes. */
export function createAuditTrail({ storage }: Pick<Deps, 'storage'>) {
  return {
    async list(
      actor: Actor,
      query: AuditQuery,
    ): Promise<{ items: AuditView[]; nextCursor?: string }> {
      demandAdmin(actor)
      const { items, next } = await storage.audit.list({
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
