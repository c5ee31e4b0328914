import { type EndpointsOf, IdParams, roleRefusals } from '../endpoint.ts'
import { callRoutes } from './routes.ts'
import { Call, CallHealth, CallReport, Practice } from './shapes.ts'

/** The video session of a booking. */
export const callEndpoints = {
  getCall: {
    ...callRoutes.getCall,
    summary: 'Read when and how to join the call of a booking, with a ticket to the room',
    params: IdParams,
    response: Call,
    status: 200,
    personal: true,
    token: 'manageToken',
    perHour: 1200,
    problems: ['not_found', 'link_over', 'forbidden'],
  },
  reportCall: {
    ...callRoutes.reportCall,
    summary: 'Report why a call could not connect',
    params: IdParams,
    body: CallReport,
    response: null,
    status: 204,
    personal: true,
    token: 'manageToken',
    perHour: 60,
    problems: ['not_found', 'link_over', 'forbidden'],
  },
  getPractice: {
    ...callRoutes.getPractice,
    summary: 'Read what a browser needs for a practice call with itself',
    response: Practice,
    status: 200,
    problems: [],
  },
  getCallHealth: {
    ...callRoutes.getCallHealth,
    summary: 'Read how well calls connect on this installation',
    response: CallHealth,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
} as const satisfies EndpointsOf<typeof callRoutes>
