import { type Instant, instantOf } from '../domain/time/instant.ts'
import { besideRole } from '../domain/messages/message.ts'
import type { Person } from '../domain/people/person.ts'
import type { PeopleStorage } from '../storage/port/people.ts'
import { newSecret } from './new-secret.ts'

/** Makes this address an administrator, or no longer. `by` is what the trail says about who did it. */
export async function setAdministrator(
  people: Pick<PeopleStorage, 'setAdmin'>,
  email: string,
  isAdmin: boolean,
  by: 'command' | 'ADMIN_EMAIL',
): Promise<void> {
  const at = instantOf(Date.now())
  const beside = besideRole(newSecret(128), isAdmin, at, by)
  await people.setAdmin(email, isAdmin, personWith(email, at), beside)
}

/** Of the demo, at example.com, where nobody receives mail: codes are read on this machine alone. */
export function demoAdministrator(at: Instant): Person {
  return { ...personWith('admin@example.com', at), isAdmin: true }
}

function personWith(email: string, createdAt: Instant): Person {
  return { id: newSecret(128), email, isAdmin: false, expertId: null, createdAt }
}
