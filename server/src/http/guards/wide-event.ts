import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { openExchange } from '../exchange.ts'

/**
 * One line a request, refusals included, written when the answer is out or the client has gone. The route's pattern
 * stands in it, never the address: that can hold a ticket or what somebody searched for.
 */
export function wideEvents(parent: Logger): RequestHandler {
  // Its fields are fixed and none is personal: looking through them for what to strike out cost 3 % of a board.
  const logger = parent.child({}, { redact: [] })
  return (request, response, next) => {
    const began = performance.now()
    const exchange = openExchange(request, randomUUID())
    response.setHeader('X-Request-Id', exchange.requestId)
    response.once('close', () => {
      logger.info({
        requestId: exchange.requestId,
        method: request.method,
        route: routeOf(request.route),
        status: response.statusCode,
        ms: Math.round((performance.now() - began) * 100) / 100,
        ...(exchange.problemCode ? { problem: exchange.problemCode } : {}),
        ...(response.writableFinished ? {} : { aborted: true }),
      })
    })
    next()
  }
}

function routeOf(route: unknown): string {
  const path: unknown = route && typeof route === 'object' && 'path' in route ? route.path : null
  return typeof path === 'string' ? path : 'none'
}
