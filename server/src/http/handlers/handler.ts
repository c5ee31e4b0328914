import type { CallAnswer, EndpointName, ParsedInput } from '@expertconnect/contract/endpoints'
import type { Actor } from '../../base/actor.ts'
import type { CookieName } from '../../base/cookies.ts'

/** The cookies of one request and of the answer to it. */
export interface CookieJar {
  read(name: CookieName): string | undefined
  keep(name: CookieName, value: string, seconds: number): void
  forget(name: CookieName): void
}

export interface HandlerInput<N extends EndpointName> extends ParsedInput<N> {
  readonly actor: Actor
  /** The Idempotency-Key; empty where the endpoint demands none. */
  readonly key: string
  readonly cookies: CookieJar
  /** The bytes that were sent; empty where the endpoint takes no picture. */
  readonly picture: Uint8Array
  /** The browser in words. */
  readonly device: string
}

type Handler<N extends EndpointName> = (input: HandlerInput<N>) => Promise<CallAnswer<N>>

/** The board has a route of its own: it is sent as finished bytes. */
export type HandledName = Exclude<EndpointName, 'getBoard'>
export type Handlers = { readonly [N in HandledName]: Handler<N> }
