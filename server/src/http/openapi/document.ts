import { accountEndpoints } from '@expertconnect/contract/people/endpoints'
import { adminEndpoints } from '@expertconnect/contract/admin-endpoints'
import { bookingEndpoints } from '@expertconnect/contract/bookings/endpoints'
import { deskEndpoints, maxPhotoBytes } from '@expertconnect/contract/schedules/endpoints'
import type { Endpoint } from '@expertconnect/contract/endpoint'
import type { EndpointName } from '@expertconnect/contract/endpoints'
import { Problem } from '@expertconnect/contract/problems'
import { publicEndpoints } from '@expertconnect/contract/experts/endpoints'
import { nameOfCookie } from '../../cookies.ts'
import { calendarFile } from './calendar-file.ts'
import type { Operation, Parameter } from './operation.ts'
import { problemResponses, sharedResponses } from './problem-responses.ts'
import { createSchemas, type JsonSchema } from './schemas.ts'
import { securityOf, securitySchemes } from './security-of.ts'
import { summaries } from './summaries.ts'

export type OpenApi = ReturnType<typeof createOpenApi>

const base = '/api/v1'

const parts = [
  { tag: 'Public', about: 'What everyone may read and ask for.', endpoints: publicEndpoints },
  {
    tag: 'Booking',
    about: 'Holding, booking and changing a session.',
    endpoints: bookingEndpoints,
  },
  {
    tag: 'Account',
    about: 'Signing in, and what is kept about oneself.',
    endpoints: accountEndpoints,
  },
  { tag: 'Desk', about: 'What experts do.', endpoints: deskEndpoints },
  { tag: 'Administration', about: 'What administrators do.', endpoints: adminEndpoints },
] as const

/** The whole interface as OpenAPI 3.1, made of the table that the routes are made of. */
export function createOpenApi(secure: boolean) {
  const { schemaOf, components } = createSchemas()
  const problem = schemaOf(Problem, 'output')
  const paths: Record<string, Record<string, Operation>> = {}
  function add(path: string, method: string, operation: Operation): void {
    paths[base + path] = { ...paths[base + path], [method.toLowerCase()]: operation }
  }
  for (const { tag, endpoints } of parts) {
    for (const [name, endpoint] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
      add(endpoint.path, endpoint.method, {
        operationId: name,
        tags: [tag],
        summary: summaries[name],
        security: securityOf(name, endpoint),
        ...parametersOf(endpoint, schemaOf),
        ...bodyOf(endpoint, schemaOf),
        responses: {
          [endpoint.status]: answerOf(endpoint, schemaOf),
          ...problemResponses(endpoint, problem),
        },
      })
    }
  }
  add(calendarFile.path, 'GET', calendarFile.operation(problem))
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
