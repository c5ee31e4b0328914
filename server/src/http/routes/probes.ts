import type { CallHealth } from '@expertconnect/contract/calls/shapes'
import { type RequestHandler, Router } from 'express'
import type { Logger } from 'pino'
import { Refused } from '../../base/problem.ts'
import { zoneRulesOf } from '../../domain/time/zone-rules.ts'
import type { MailState } from '../../mail/mail-health.ts'

export interface ProbeOptions {
  /** Throws if the store cannot serve. */
  readonly ready: () => Promise<void>
  readonly relay: () => CallHealth['relay']
  readonly mail: () => MailState
  readonly logger: Logger
  readonly limits: readonly RequestHandler[]
}

/** What an operator's machines ask: whether the server is alive, and whether it can serve. */
export function probeRoutes({ ready, relay, mail, logger, limits }: ProbeOptions): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    // Bookings stand on the time-zone rules of this Node: an operator must be able to see how old they are.
    const { version, newestKnown, areOld } = zoneRulesOf(process.versions.tz)
    response.json({
      status: 'alive',
      timeZoneData: version,
      newestTimeZoneData: newestKnown,
      timeZoneDataIsOld: areOld,
    })
  })
  router.get('/readyz', ...limits, async (_request, response) => {
    await ready().catch((error: unknown) => {
      logger.error({ err: error }, 'the store cannot serve')
      throw new Refused('unavailable', { retryAfterSeconds: 5 })
    })
    // Calls that need no relay work without it, mails wait, and pages need neither: no reason to be taken out of
    // service. Why they do not work names machines and accounts: that is for the log.
    const [{ status, since }, letters] = [relay(), mail()]
    response.json({
      status: 'ready',
      relay: status,
      since,
      mail: letters.status,
      mailSince: letters.since,
    })
  })
  return router
}
