import type {
  Passkey as PasskeyView,
  Person as PersonView,
  SignedInBrowser,
} from '@expertconnect/contract/people/shapes'
import type * as z from 'zod/mini'
import type { Passkey } from '../../domain/people/passkey.ts'
import type { Person, Session } from '../../domain/people/person.ts'
import { formatInstant } from '../../domain/time/instant.ts'

export function presentPerson({ id, email, isAdmin, expertId }: Person): PersonView {
  const roles: PersonView['roles'] = []
  if (expertId !== null) roles.push('expert')
  if (isAdmin) roles.push('admin')
  return { id, email, roles, expertId }
}

export function presentPasskey({ id, name, addedAt, usedAt }: Passkey): PasskeyView {
  return {
    id,
    name,
    addedAt: formatInstant(addedAt),
    usedAt: usedAt && formatInstant(usedAt),
  }
}

/** `current`: the session that asks. */
export function presentBrowser(
  { id, device, startedAt, seenAt }: Session,
  current: string | undefined,
): z.infer<typeof SignedInBrowser> {
  return {
    id,
    device,
    startedAt: formatInstant(startedAt),
    seenAt: formatInstant(seenAt),
    current: id === current,
  }
}
