import * as z from 'zod/mini'
import { Id, Slug } from './primitives.ts'
import type { ProblemCode } from './problems.ts'
import type { Route } from './route.ts'

export interface Endpoint extends Route {
  /** What it is for, in a line. */
  readonly summary: string
  readonly params?: z.ZodMiniType
  readonly query?: z.ZodMiniType
  readonly body?: z.ZodMiniType
  /** `null`: answered with 204. */
  readonly response: z.ZodMiniType | null
  readonly status: 200 | 201 | 202 | 204
  /** Its answer depends on who is signed in. */
  readonly personal?: true
  /** Which token opens it: beside a session where it is personal, otherwise as the only way. */
  readonly token?: 'manageToken' | 'holdToken'
  /** Takes a picture instead of JSON, as the bytes of the body: at most `maxPhotoBytes`. */
  readonly picture?: true
  /** Demands an Idempotency-Key: a retry with the same one has one effect and the same answer. */
  readonly keyed?: true
  /** How often one network address may use it in an hour. Without a limit, reading has a wide shield only. */
  readonly perHour?: number
  /** Refusals beside the general ones (invalid_input, malformed, too_many, internal_error, unavailable). */
  readonly problems: readonly ProblemCode[]
}

/** The endpoints of these routes: one for each, and each goes where its route does. */
export type EndpointsOf<R extends Readonly<Record<string, Route>>> = {
  readonly [N in keyof R]: R[N] & Endpoint
}

export const SlugParams = z.object({ slug: Slug })
export const IdParams = z.object({ id: Id })

/** Of whoever is not signed in, and of who is but is neither expert nor administrator. */
export const roleRefusals = ['signed_out', 'forbidden'] as const
