import { createHash } from 'node:crypto'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import type { CeilingRules } from '../bookings/ceilings.ts'

interface Proved {
  /** The address that was proved. */
  readonly email: string
  readonly actor: Actor
  readonly device: string
  readonly withPasskey?: true
}

export type Open = ReturnType<typeof createOpening>

/** Opens the session of whoever has proved who they are; at the first time, they are made a person. */
export function createOpening(
  {
    storage,
    clock,
    tokens,
    newId,
    newSecret,
  }: Pick<Deps, 'storage' | 'clock' | 'tokens' | 'newId' | 'newSecret'>,
  ceilings: Pick<CeilingRules, 'makerOf'>,
) {
  return async function open({ email, actor, device, ...proved }: Proved) {
    const now = clock()
    const token = newSecret(256)
    const person = { id: newId(), email, isAdmin: false, expertId: null, createdAt: now }
    const session = { id: newId(), device, startedAt: now, seenAt: now, ...proved }
    const signedIn = await storage.people.signIn(person, session, hashOf(token))
    await storage.bookings.prove(email, ceilings.makerOf(email), now)
    // A session that was there before must not live on beside the new one.
    if (actor.signedIn) {
      await storage.people.endSession(actor.signedIn.person.id, actor.signedIn.session.id)
    }
    return { signedIn, token, known: tokens.forKnownBrowser(email, newSecret(128)) }
  }
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
