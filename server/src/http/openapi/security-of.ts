import type { Endpoint } from '@expertconnect/contract/endpoint'
import type { Operation } from './operation.ts'

export function securitySchemes(cookie: string) {
  return {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: cookie,
      description:
        'Who is signed in in this browser. What changes something also names its Origin.',
    },
    manageToken: {
      type: 'http',
      scheme: 'bearer',
      description: 'Opens one booking: for its customer, or for its expert.',
    },
    holdToken: { type: 'http', scheme: 'bearer', description: 'Opens one hold.' },
  } as const
}

export function securityOf(endpoint: Endpoint): Operation['security'] {
  const session = endpoint.personal ? [{ session: [] }] : []
  if (endpoint.token) return [...session, { [endpoint.token]: [] }]
  if (session.length === 0) return []
  return endpoint.problems.includes('signed_out') ? session : [...session, {}]
}
