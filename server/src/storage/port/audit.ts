import type { AuditKind } from '@expertconnect/contract/audit/shapes'
import type { Instant } from '../../domain/time/instant.ts'
import type { AuditEntry } from '../../domain/people/audit.ts'
import type { Page, TimePlace } from './page.ts'

export interface AuditAsked {
  readonly kind?: AuditKind | undefined
  readonly after?: TimePlace | undefined
  readonly limit: number
}

/** What administrators did, and who signed in. Entries of administrative changes are only written in their commit; none is changed. */
export interface AuditStorage {
  /** The latest first. */
  list(asked: AuditAsked): Promise<Page<AuditEntry, TimePlace>>
  /** What is no change of the store, or none that an administrator made. */
  note(entry: AuditEntry): Promise<void>
  /** Forgets entries from before `before`; answers how many. */
  forget(before: Instant): Promise<number>
}
