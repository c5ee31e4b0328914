import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'vitest'
import type { OpenApi } from '../../../src/http/openapi/document.ts'
import type { Operation } from '../../../src/http/openapi/operation.ts'
import type { RawAnswer } from '../../raw-request.ts'

export interface Described {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

export function operationsOf({ paths }: OpenApi): Described[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
}

/** Holds what is sent and answered to the document. What it does not describe must not be there. */
export function createChecker(document: OpenApi) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  // Its types speak of the other module system.
  ;(addFormats as unknown as (to: Ajv2020) => void)(ajv)
  ajv.addSchema(closed(document) as object, 'document')

  function expectValid(pointer: string, value: unknown, what: string): void {
    const validate = ajv.compile({ $ref: `document#${pointer}` })
    validate(value)
    expect(validate.errors ?? [], `${what}: ${JSON.stringify(value)}`).toEqual([])
  }

  const pointerOf = (...parts: readonly string[]) =>
    parts
      .map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
      .join('')

  return {
    expectSent({ path, method }: Described, body: unknown): void {
      const at = ['requestBody', 'content', 'application/json', 'schema']
      expectValid(pointerOf('paths', path, method, ...at), body, 'what is sent')
    },

    expectAnswer({ path, method, operation }: Described, answer: RawAnswer): void {
      const status = String(answer.status)
      const what = `${operation.operationId} ${status}`
      const described = operation.responses[status]
      expect(described, `${what} is not described: ${answer.text}`).toBeDefined()
      if (!described) return
      const shared = '$ref' in described ? described.$ref.slice(1) : null
      const at = shared ?? pointerOf('paths', path, method, 'responses', status)
      const response = '$ref' in described ? document.components.responses[status] : described
      const kind = (answer.headers['content-type'] ?? '').split(';')[0] ?? ''
      const content =
        '$ref' in described ? 'application/problem+json' : Object.keys(response?.content ?? {})[0]
      if (content === undefined) {
        expect({ [what]: answer.text }).toEqual({ [what]: '' })
        return
      }
      expect({ [what]: kind }).toEqual({ [what]: content })
      const value: unknown = content.endsWith('json') ? JSON.parse(answer.text) : answer.text
      expectValid(`${at}${pointerOf('content', content, 'schema')}`, value, what)
    },
  }
}

/** The same document in which objects have no more fields than it names. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  const inside = Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, closed(each)]),
  )
  const isObject = inside['type'] === 'object' && inside['properties'] !== undefined
  return isObject ? { ...inside, additionalProperties: false } : inside
}
