import * as z from 'zod/mini'
import { Id, Slug } from './primitives.ts'
import type { ProblemCode } from './problems.ts'

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`; `{name}` is a parameter. */
  readonly path: string
  readonly params?: z.ZodMiniType
  readonly query?: z.ZodMiniType
  readonly body?: z.ZodMiniType
  /** `null`: answered with 204. */
  readonly response: z.ZodMiniType | null
  readonly status: 200 | 201 | 202 | 204
  /** Its answer depends on who is signed in. */
  readonly personal?: true
  /** Takes a picture instead of JSON, as the bytes of the body: at most `maxPhotoBytes`. */
  readonly picture?: true
  /** Demands an Idempotency-Key: a retry with the same one has one effect and the same answer. */
  readonly keyed?: true
  /** Refusals beside the general ones (invalid_input, malformed, too_many, internal_error, unavailable). */
  readonly problems: readonly ProblemCode[]
}

export const SlugParams = z.object({ slug: Slug })
export const IdParams = z.object({ id: Id })

/** Of whoever is not signed in, and of who is but is neither expert nor administrator. */
export const roleRefusals = ['signed_out', 'forbidden'] as const
