import type { AuditEntry as AuditView } from '@expertconnect/contract/admin'
import type { AuditEntry } from '../../domain/people/audit.ts'
import { formatInstant } from '../../domain/time/instant.ts'

export function presentEntry({ at, ...entry }: AuditEntry): AuditView {
  return { ...entry, at: formatInstant(at) }
}
