import { type EndpointsOf, roleRefusals } from '../endpoint.ts'
import { numberRoutes } from './routes.ts'
import { AdminNumbersQuery, Numbers, NumbersQuery } from './shapes.ts'

const ofStaff = { response: Numbers, status: 200, personal: true, problems: roleRefusals } as const

/** What became of sessions, week by week or month by month. */
export const numberEndpoints = {
  getDeskNumbers: {
    ...numberRoutes.getDeskNumbers,
    ...ofStaff,
    summary: 'Count your sessions, week by week or month by month',
    query: NumbersQuery,
  },
  getAdminNumbers: {
    ...numberRoutes.getAdminNumbers,
    ...ofStaff,
    summary: 'Count the sessions of all experts, week by week or month by month',
    query: AdminNumbersQuery,
  },
} as const satisfies EndpointsOf<typeof numberRoutes>
