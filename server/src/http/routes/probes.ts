import type { CallHealth } from '@expertconnect/contract/calls/shapes'
import { Router } from 'express'
import type { Logger } from 'pino'
import { Refused } from '../../base/problem.ts'

/** What an operator's machines ask: whether the server is alive, and whether it can serve. */
export function probeRoutes(
  ready: () => Promise<void>,
  relay: () => CallHealth['relay'],
  logger: Logger,
): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    // Bookings stand on the time-zone rules of this Node: an operator must be able to see how old they are.
    response.json({ status: 'alive', timeZoneData: process.versions.tz })
  })
  router.get('/readyz', async (_request, response) => {
    await ready().catch((error: unknown) => {
      logger.error({ err: error }, 'the store cannot serve')
      throw new Refused('unavailable', { retryAfterSeconds: 5 })
    })
    // Calls that need no relay work without it, and so does all else: no reason to be taken out of service.
    const { status, since } = relay()
    response.json({ status: 'ready', relay: status, since })
  })
  return router
}
