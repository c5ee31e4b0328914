import { Router } from 'express'
import type { Logger } from 'pino'
import { Refused } from '../../base/problem.ts'

/** What an operator's machines ask: whether the server is alive, and whether it can serve. */
export function probeRoutes(ready: () => Promise<void>, logger: Logger): Router {
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
    response.json({ status: 'ready' })
  })
  return router
}
