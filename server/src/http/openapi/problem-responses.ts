import type { Endpoint } from '@expertconnect/contract/endpoint'
import { type ProblemCode, problems } from '@expertconnect/contract/problems'
import type { Operation, Response } from './operation.ts'
import type { JsonSchema } from './schemas.ts'

const retryAfter = {
  'Retry-After': { description: 'When to come back, in seconds.', schema: { type: 'integer' } },
}

const shared = '#/components/responses/'

/** The refusals of an endpoint by status: its own and those that every endpoint of its kind has. */
export function problemResponses(
  endpoint: Pick<Endpoint, 'method' | 'params' | 'query' | 'body' | 'picture' | 'problems'>,
  problem: JsonSchema,
): Operation['responses'] {
  const { method, params, query, body, picture } = endpoint
  const sends = body !== undefined || picture === true
  const general: readonly (ProblemCode | false)[] = [
    (sends || query !== undefined) && 'invalid_input',
    sends && 'malformed',
    sends && 'too_large',
    sends && 'unsupported_media',
    method !== 'GET' && 'forbidden_origin',
    // A faulty part of an address names nothing.
    params !== undefined && 'not_found',
    'too_many',
    'internal_error',
    'unavailable',
  ]
  const codes = new Set([...endpoint.problems, ...general].filter((code) => code !== false))
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of codes) {
    const { status } = problems[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, all]) => [
      status,
      all.length === 1 ? { $ref: `${shared}${all[0]}` } : refusal(all, problem),
    ]),
  )
}

/** A status with one refusal is the same for every endpoint. */
export function sharedResponses(problem: JsonSchema): Record<string, Response> {
  const codes = Object.keys(problems) as ProblemCode[]
  return Object.fromEntries(codes.map((code) => [code, refusal([code], problem)]))
}

function refusal(codes: readonly ProblemCode[], problem: JsonSchema): Response {
  const waits = codes.includes('too_many') || codes.includes('unavailable')
  const schema = { allOf: [problem, { properties: { code: { enum: [...codes] } } }] }
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join('. '),
    ...(waits ? { headers: retryAfter } : {}),
    content: { 'application/problem+json': { schema } },
  }
}
