import type { AdminExpert } from '@expertconnect/contract/experts/shapes'
import { call } from '../../server/api/client.ts'
import { ApiProblem } from '../../server/api/problem.ts'

/**
 * An expert as they are now. They are looked for by their address, which outlives another name. Rejects as the server
 * would where they are not there any more.
 */
export async function findExpert({ id, email, name }: AdminExpert): Promise<AdminExpert> {
  const query = { query: email ?? name, show: 'all' } as const
  const { items } = await call('listAdminExperts', { query })
  const found = items.find((each) => each.id === id)
  if (found) return found
  throw new ApiProblem({
    type: 'about:blank',
    title: 'This expert is no longer here',
    status: 404,
    code: 'not_found',
  })
}
