import type { AuditEntry, RoleAudit } from '../../domain/people/audit.ts'
import type { Person } from '../../domain/people/person.ts'

/** The entry about a person as they are stored: whoever asked may not know their id. */
export function entryAbout(entry: RoleAudit, { id, email }: Person): AuditEntry {
  return { ...entry, subject: { id, name: email } }
}

/** Who somebody was who has been erased since. */
export const erasedSubject = 'Erased'
