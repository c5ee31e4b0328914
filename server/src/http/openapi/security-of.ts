import type { Endpoint } from '@expertconnect/contract/endpoint'
import type { EndpointName } from '@expertconnect/contract/endpoints'
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

/** What a token opens, instead of a session or as the only way. */
const tokens: Partial<Record<EndpointName, 'manageToken' | 'holdToken'>> = {
  changeHold: 'holdToken',
  releaseHold: 'holdToken',
  getBooking: 'manageToken',
  changeBooking: 'manageToken',
  createCalendarTicket: 'manageToken',
}

export function securityOf(name: EndpointName, endpoint: Endpoint): Operation['security'] {
  const token = tokens[name]
  const session = endpoint.personal ? [{ session: [] }] : []
  if (token) return [...session, { [token]: [] }]
  if (session.length === 0) return []
  return endpoint.problems.includes('signed_out') ? session : [...session, {}]
}
