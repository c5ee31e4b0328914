import type { AuditAction } from '@expertconnect/contract/audit/shapes'
import type { Instant } from '../time/instant.ts'

/** One administrative change, stored in the same commit as the change itself. */
export interface AuditEntry {
  readonly id: string
  readonly at: Instant
  /** The administrator's address, or by what else it was done. */
  readonly by: string
  readonly action: AuditAction
  readonly subject: { readonly id: string; readonly name: string }
  /** What changed, in a line. */
  readonly detail?: string | undefined
}

/** Of a change of roles: the person as they are stored is its subject. */
export type RoleAudit = Omit<AuditEntry, 'subject'>
