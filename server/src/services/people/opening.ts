import { createHash } from 'node:crypto'
import type { Deps } from '../../base/deps.ts'
import type { CeilingRules } from '../bookings/ceilings.ts'
import { personMessage } from '../../domain/messages/message.ts'
import type { From, Log } from '../audit/log.ts'

interface Proved {
  /** The address that was proved. */
  readonly email: string
  readonly by: 'code' | 'link' | 'passkey'
  readonly from: From
  /** What this browser has proved before. */
  readonly known: string | undefined
}

export type Open = ReturnType<typeof createOpening>

/** Opens the session of whoever has proved who they are; at the first time, they are made a person. */
export function createOpening(
  { storage, clock, tokens, newId, newSecret }: OpeningDeps,
  ceilings: Pick<CeilingRules, 'ownerOf'>,
  log: Pick<Log, 'about'>,
) {
  return async function open({ email, by, from, known }: Proved) {
    const now = clock()
    const token = newSecret(256)
    const { actor, device } = from
    const person = { id: newId(), email, isAdmin: false, expertId: null, createdAt: now }
    const session = {
      id: newId(),
      device,
      startedAt: now,
      seenAt: now,
      ...(by === 'passkey' ? { withPasskey: true as const } : {}),
    }
    const isNew = tokens.knownBrowser(known ?? '', email) === null
    const tell = (who: { readonly email: string }) =>
      personMessage(session.id, 'signed_in', { to: who.email, name: '', at: now, device }, now)
    const signedIn = await storage.people.signIn(person, session, hashOf(token), {
      audit: log.about('signed_in', email, from, `by ${by}`),
      ...(isNew ? { tell } : {}),
    })
    await storage.bookings.prove(email, ceilings.ownerOf(email), now)
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

type OpeningDeps = Pick<Deps, 'storage' | 'clock' | 'tokens' | 'newId' | 'newSecret'>
