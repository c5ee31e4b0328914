import { aMessage } from '../messages/message-fixtures.ts'
import { createHash } from 'node:crypto'
import type { AuditEntry } from '../../../src/domain/people/audit.ts'
import type { Expert } from '../../../src/domain/experts/expert.ts'
import type { Photo } from '../../../src/domain/experts/photo.ts'
import type { NewExpert } from '../../../src/storage/port/experts.ts'
import { plainContent } from '../../content.ts'
import { fresh, now } from '../fixtures.ts'
import { aPerson } from '../people/people-fixtures.ts'

export function anEntry(fields: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: fresh('entry'),
    at: now,
    by: 'admin@example.org',
    action: 'expert_changed',
    subject: { id: 'expert-ada', name: 'Ada Lovelace' },
    ...fields,
  }
}

/** No picture, but bytes like any other to a store. */
export function aPhoto(): Photo {
  const bytes = new TextEncoder().encode(fresh('photo'))
  return { id: createHash('sha256').update(bytes).digest('base64url'), bytes }
}

export function anExpert(fields: Partial<Expert> = {}): Expert {
  const [plain] = plainContent().experts
  if (!plain) throw new Error('There is no plain expert')
  const id = fresh('expert')
  return { ...plain, id, slug: id, listed: false, rating: { average: 0, count: 0 }, ...fields }
}

export function aNewExpert(fields: Partial<NewExpert> = {}): NewExpert {
  return { expert: anExpert(), person: aPerson(), audit: anEntry(), message: aMessage(), ...fields }
}
