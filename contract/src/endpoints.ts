import type * as z from 'zod/mini'
import { auditEndpoints } from './audit/endpoints.ts'
import { blockEndpoints } from './blocks/endpoints.ts'
import { boardEndpoints } from './boards/endpoints.ts'
import { bookingEndpoints } from './bookings/endpoints.ts'
import { feedEndpoints } from './calendars/feed-endpoints.ts'
import { sourceEndpoints } from './calendars/source-endpoints.ts'
import { callEndpoints } from './calls/endpoints.ts'
import { expertEndpoints } from './experts/endpoints.ts'
import { messageEndpoints } from './messages/endpoints.ts'
import { noteEndpoints } from './notes/endpoints.ts'
import { numberEndpoints } from './numbers/endpoints.ts'
import { peopleEndpoints } from './people/endpoints.ts'
import { reviewEndpoints } from './reviews/endpoints.ts'
import { scheduleEndpoints } from './schedules/endpoints.ts'

/** The whole interface: routes, handlers, the client's calls and the documentation are made from it. */
export const endpoints = {
  ...expertEndpoints,
  ...reviewEndpoints,
  ...boardEndpoints,
  ...scheduleEndpoints,
  ...bookingEndpoints,
  ...blockEndpoints,
  ...feedEndpoints,
  ...sourceEndpoints,
  ...callEndpoints,
  ...messageEndpoints,
  ...noteEndpoints,
  ...numberEndpoints,
  ...peopleEndpoints,
  ...auditEndpoints,
} as const

export type Endpoints = typeof endpoints
export type EndpointName = keyof Endpoints

type Parsed<E, K extends string> =
  E extends Record<K, infer S extends z.ZodMiniType> ? z.output<S> : undefined

/** What a handler gets: everything parsed. */
export interface ParsedInput<N extends EndpointName> {
  readonly params: Parsed<Endpoints[N], 'params'>
  readonly query: Parsed<Endpoints[N], 'query'>
  readonly body: Parsed<Endpoints[N], 'body'>
}

type Sent<E, K extends string> =
  E extends Record<K, infer S extends z.ZodMiniType> ? Record<K, z.input<S>> : unknown

/** What a client sends. */
export type CallInput<N extends EndpointName> = Sent<Endpoints[N], 'params'> &
  Sent<Endpoints[N], 'query'> &
  Sent<Endpoints[N], 'body'>

export type CallAnswer<N extends EndpointName> = Endpoints[N]['response'] extends z.ZodMiniType
  ? z.output<Endpoints[N]['response']>
  : null
