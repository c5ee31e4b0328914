import type { Endpoint } from '@expertconnect/contract/endpoint'
import { endpoints } from '@expertconnect/contract/endpoints'
import { maxPhotoBytes } from '@expertconnect/contract/experts/routes'
import { Problem } from '@expertconnect/contract/problem'
import { nameOfCookie } from '../../base/cookies.ts'
import { calendarFeedFile, calendarFile } from './calendar-file.ts'
import type { Operation, Parameter } from './operation.ts'
import { problemResponses, sharedResponses } from './problem-responses.ts'
import { createSchemas, type JsonSchema } from './schemas.ts'
import { securityOf, securitySchemes } from './security-of.ts'

export type OpenApi = ReturnType<typeof createOpenApi>

const base = '/api/v1'

/** Who reads what, and in which order: a path stands where the longest beginning that it has is named. */
const parts = [
  {
    tag: 'Public',
    about: 'What anyone may read and ask for.',
    begin: ['/', '/experts/{slug}/slots', '/experts/{slug}/reviews', '/applications'],
  },
  {
    tag: 'Booking',
    about: 'Holding, booking and changing a session.',
    begin: ['/holds', '/bookings'],
  },
  { tag: 'Account', about: 'Signing in, and what is kept about you.', begin: ['/auth'] },
  { tag: 'Desk', about: 'What experts do.', begin: ['/desk'] },
  {
    tag: 'Administration',
    about: 'What administrators do.',
    begin: ['/admin', '/admin/applications', '/admin/audit'],
  },
] as const
const places = parts.flatMap(({ tag, begin }) => begin.map((start) => ({ tag, start })))

/** The whole interface as OpenAPI 3.1, made of the table that the routes are made of. */
export function createOpenApi(secure: boolean) {
  const { schemaOf, components } = createSchemas()
  const problem = schemaOf(Problem, 'output')
  const paths: Record<string, Record<string, Operation>> = {}
  function add(path: string, method: string, operation: Operation): void {
    paths[base + path] = { ...paths[base + path], [method.toLowerCase()]: operation }
  }
  for (const place of places) {
    for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
      if (placeOf(endpoint.path) !== place) continue
      add(endpoint.path, endpoint.method, {
        operationId: name,
        tags: [place.tag],
        summary: endpoint.summary,
        security: securityOf(endpoint),
        ...parametersOf(endpoint, schemaOf),
        ...bodyOf(endpoint, schemaOf),
        responses: {
          [endpoint.status]: answerOf(endpoint, schemaOf),
          ...problemResponses(endpoint, problem),
        },
      })
    }
  }
  for (const { path, operation } of [calendarFile, calendarFeedFile]) {
    add(path, 'GET', operation(problem))
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'ExpertConnect',
      version: '1.0.0',
      description:
        'Book a live video session with an expert. JSON everywhere; instants are UTC in ISO 8601 with `Z`; ' +
        'money is in minor units; refusals are problem documents (RFC 9457). Clients ignore fields that they ' +
        'do not know. What happens live is told over Socket.IO, which this document does not describe.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    tags: parts.map(({ tag, about }) => ({ name: tag, description: about })),
    paths,
    components: {
      schemas: components(),
      responses: sharedResponses(problem),
      securitySchemes: securitySchemes(nameOfCookie('session', secure)),
    },
  }
}

function placeOf(path: string) {
  return places
    .filter(({ start }) => path.startsWith(start))
    .toSorted((a, b) => b.start.length - a.start.length)[0]
}

type SchemaOf = ReturnType<typeof createSchemas>['schemaOf']

function parametersOf({ params, query, keyed }: Endpoint, schemaOf: SchemaOf) {
  const key: Parameter = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'New for each intention; a retry with the same one has one effect and one answer.',
    schema: { type: 'string', minLength: 8, maxLength: 128, pattern: '^[!-~]+$' },
  }
  const parameters = [
    ...(params ? fieldsOf(schemaOf(params, 'input'), 'path') : []),
    ...(query ? fieldsOf(schemaOf(query, 'input'), 'query') : []),
    ...(keyed ? [key] : []),
  ]
  return parameters.length > 0 ? { parameters } : {}
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema, place: 'path' | 'query') {
  return Object.entries(properties).map(([name, schema]): Parameter => {
    return { name, in: place, required: required.includes(name), schema }
  })
}

function bodyOf({ body, picture }: Endpoint, schemaOf: SchemaOf): Pick<Operation, 'requestBody'> {
  if (picture) {
    const description = `The bytes of a picture, at most ${maxPhotoBytes} of them.`
    return { requestBody: { required: true, description, content: { 'image/*': {} } } }
  }
  if (!body) return {}
  const content = { 'application/json': { schema: schemaOf(body, 'input') } }
  return { requestBody: { required: true, content } }
}

function answerOf({ response }: Endpoint, schemaOf: SchemaOf) {
  if (!response) return { description: 'Done' }
  const content = { 'application/json': { schema: schemaOf(response, 'output') } }
  return { description: 'Done', content }
}
