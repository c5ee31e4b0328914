import express, { type RequestHandler, Router } from 'express'
import { Refused } from '../../base/problem.ts'
import { sameText } from '../../base/tokens.ts'
import type { Services } from '../../services/services.ts'
import type { RateLimits } from '../guards/rate-limits.ts'

const reportType = 'message/rfc822'
const maxReportBytes = 1024 * 1024

/**
 * Where an operator's mail server posts the reports of failed delivery that it gets, each as it came. A report that says
 * nothing to us is answered as one that does: were it refused, it would come again.
 */
export function bounceRoutes(
  bounces: Pick<Services['bounces'], 'receive'>,
  secret: string,
  limits: RateLimits | null,
): Router {
  const router = Router()
  router.post(
    '/hooks/bounces',
    demandSecret(secret),
    ...(limits ? [limits.bounces] : []),
    demandReport,
    // As they come: what was packed once more could unfold to anything.
    express.raw({ type: reportType, limit: maxReportBytes, inflate: false }),
    async (request, response) => {
      await bounces.receive(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0))
      response.setHeader('Cache-Control', 'no-store').status(204).end()
    },
  )
  return router
}

/** To everybody else nothing is here. */
function demandSecret(secret: string): RequestHandler {
  return (request, _response, next) => {
    const [, given = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? []
    if (!sameText(given, secret)) throw new Refused('not_found')
    next()
  }
}

const demandReport: RequestHandler = (request, _response, next) => {
  if (!request.is(reportType)) {
    throw new Refused('unsupported_media', { detail: `Send a mail as it came, as ${reportType}.` })
  }
  next()
}
