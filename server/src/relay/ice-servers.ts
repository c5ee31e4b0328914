import { createHmac } from 'node:crypto'
import type { IceServer } from '@expertconnect/contract/calls/shapes'
import type { CallSide, IceServersFor } from '../base/calls.ts'
import type { Instant } from '../domain/time/instant.ts'

export interface RelaySettings {
  readonly stunUrls: readonly string[]
  readonly turnUrls: readonly string[]
  /** `static-auth-secret` of the relay; `null` where there is none. */
  readonly turnSecret: string | null
}

export interface Credential {
  readonly username: string
  readonly credential: string
}

/** STUN for everybody, and the relay for the two of a booking until a time. */
export function createIceServers(settings: RelaySettings): IceServersFor {
  const { turnUrls, turnSecret } = settings
  const open = createOpenIceServers(settings)
  if (turnSecret === null || turnUrls.length === 0) return () => open
  return (forWhom) => [
    ...open,
    {
      urls: [...turnUrls],
      ...credentialFor(turnSecret, whoIs(turnSecret, forWhom), forWhom.until),
    },
  ]
}

/** What costs whoever hosts it next to nothing. */
export function createOpenIceServers({
  stunUrls,
}: Pick<RelaySettings, 'stunUrls'>): readonly IceServer[] {
  return stunUrls.length === 0 ? [] : [{ urls: [...stunUrls] }]
}

/** As `use-auth-secret` of coturn wants it: a name that says when it runs out, and the HMAC-SHA1 of that name. */
export function credentialFor(secret: string, who: string, until: Instant): Credential {
  const username = `${Math.ceil(until / 1000)}:${who}`
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') }
}

/** The relay counts by it who uses how much, and its log tells nobody which booking that is. */
function whoIs(secret: string, { bookingId, role }: CallSide): string {
  const named = ['call', bookingId, role].join('\0')
  return createHmac('sha256', secret).update(named).digest('base64url').slice(0, 22)
}
