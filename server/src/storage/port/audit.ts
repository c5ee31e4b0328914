import type { AuditEntry } from '../../domain/people/audit.ts'
import type { Page, TimePlace } from './page.ts'

export interface AuditAsked {
  readonly after?: TimePlace | undefined
  readonly limit: number
}

/** What administrators did. Entries are only written in the commit of what they are about, and never changed. */
export interface AuditStorage {
  /** The latest first. */
  list(asked: AuditAsked): Promise<Page<AuditEntry, TimePlace>>
}
