import type { AuditAction } from '@expertconnect/contract/audit/shapes'
import { day, type Instant } from '../time/instant.ts'

/** One entry of the log; that of an administrative change is stored in the same commit as the change itself. */
export interface AuditEntry {
  readonly id: string
  readonly at: Instant
  /** The administrator's address, or by what else it was done. */
  readonly by: string
  readonly action: AuditAction
  readonly subject: { readonly id: string; readonly name: string }
  /** What changed, in a line. */
  readonly detail?: string | undefined
  /** The browser in words. */
  readonly device?: string | undefined
  /** A pseudonym of the network. */
  readonly network?: string | undefined
}

/** So long entries are kept, in milliseconds. */
export const auditKept = 400 * day

/** Of a change of roles: the person as they are stored is its subject. */
export type RoleAudit = Omit<AuditEntry, 'subject'>
