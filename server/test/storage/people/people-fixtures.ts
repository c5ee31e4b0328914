import type { Application } from '../../../src/domain/experts/application.ts'
import { minute, plus } from '../../../src/domain/time/instant.ts'
import type { Passkey } from '../../../src/domain/people/passkey.ts'
import type { Person, Session } from '../../../src/domain/people/person.ts'
import type { Challenge, SignedIn } from '../../../src/storage/port/people.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { fresh, now } from '../fixtures.ts'

export function aPerson(fields: Partial<Person> = {}): Person {
  const id = fresh('person')
  return {
    id,
    email: `${id}@example.org`,
    isAdmin: false,
    expertId: null,
    createdAt: now,
    ...fields,
  }
}

export function anApplication(fields: Partial<Application> = {}): Application {
  return {
    id: fresh('application'),
    email: `${fresh('mary')}@example.org`,
    name: 'Mary Somerville',
    headline: 'The connexion of the sciences',
    category: 'engineering',
    bio: 'I wrote a book.',
    state: 'waiting',
    sentAt: now,
    ...fields,
  }
}

export function aSession(fields: Partial<Session> = {}): Omit<Session, 'personId'> {
  return {
    id: fresh('session'),
    device: 'Firefox on Linux',
    startedAt: now,
    seenAt: now,
    ...fields,
  }
}

export function aPasskey(personId: string, fields: Partial<Passkey> = {}): Passkey {
  return {
    id: fresh('passkey'),
    personId,
    credentialId: fresh('credential'),
    publicKey: 'cHVibGlj',
    counter: 0,
    transports: ['internal', 'hybrid'],
    name: 'My phone',
    addedAt: now,
    usedAt: null,
    ...fields,
  }
}

export function aChallenge(fields: Partial<Challenge> = {}): Challenge {
  return {
    id: fresh('challenge'),
    email: 'Grace@Example.org',
    codeHash: fresh('code'),
    linkHash: fresh('link'),
    triesLeft: 5,
    expiresAt: plus(now, 10 * minute),
    ...fields,
  }
}

export async function challenge(storage: Storage, fields: Partial<Challenge> = {}) {
  const started = aChallenge(fields)
  await storage.people.startChallenge(started)
  return started
}

export async function signIn(
  storage: Storage,
  person: Partial<Person> = {},
  session: Partial<Session> = {},
): Promise<SignedIn & { readonly tokenHash: string }> {
  const tokenHash = fresh('token')
  const signedIn = await storage.people.signIn(aPerson(person), aSession(session), tokenHash)
  return { ...signedIn, tokenHash }
}
