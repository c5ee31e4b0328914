import type { Actor, SignedIn } from './actor.ts'
import { addressKey, siteKey } from './network.ts'

/** The only place that makes an `Actor`: for HTTP requests and for socket commands. */
export function mintActor(from: {
  readonly ip: string | undefined
  readonly authorization?: string | undefined
  readonly signedIn?: SignedIn | null
}): Actor {
  const bearer = /^Bearer ([\w.~+/=-]{1,200})$/i.exec(from.authorization ?? '')
  const actor = {
    address: addressKey(from.ip),
    site: siteKey(from.ip),
    token: bearer?.[1] ?? '',
    signedIn: from.signedIn ?? null,
  }
  return actor as unknown as Actor
}
