import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import type { Actor } from '../base/actor.ts'
import type { LogMarks } from '../base/log-marks.ts'
import { networkKey } from '../base/network.ts'
import { toProblem } from '../base/problem.ts'
import type { Sample } from '../base/sampling.ts'

/** What the middleware knows of a request, from its first line on. */
interface Exchange {
  readonly requestId: string
  /** Where it comes from, as far as limits tell networks apart. */
  readonly network: string
  actor?: Actor
  problemCode?: string
}

const exchanges = new WeakMap<Request, Exchange>()

/**
 * One line a request, refusals included, written when the answer is out or the client has gone; of those that a network
 * gets for asking too often, one in a while. The route's pattern stands in it, never the address: that can hold a ticket
 * or what somebody searched for. Who asked stands there as marks.
 */
export function wideEvents(parent: Logger, marks: LogMarks, sample: Sample): RequestHandler {
  // Its fields are fixed and none is personal: looking through them for what to strike out cost 3 % of a board.
  const logger = parent.child({}, { redact: [] })
  return (request, response, next) => {
    const began = performance.now()
    const exchange = openExchange(request, randomUUID())
    response.setHeader('X-Request-Id', exchange.requestId)
    response.once('close', () => {
      const { requestId, network, actor, problemCode } = exchange
      const sampled = response.statusCode === 429 ? sample(network) : { alike: 0 }
      if (!sampled) return
      const mark = marks.ofActor(actor)
      logger.info({
        requestId,
        method: request.method,
        route: routeOf(request.route),
        status: response.statusCode,
        ms: Math.round((performance.now() - began) * 100) / 100,
        network: marks.ofNetwork(network),
        ...(mark ? { actor: mark } : {}),
        ...(problemCode ? { problem: problemCode } : {}),
        ...(sampled.alike > 0 ? { alike: sampled.alike } : {}),
        ...(response.writableFinished ? {} : { aborted: true }),
      })
    })
    next()
  }
}

function openExchange(request: Request, requestId: string): Exchange {
  const exchange: Exchange = { requestId, network: networkKey(request.ip) }
  exchanges.set(request, exchange)
  return exchange
}

export function exchangeOf(request: Request): Exchange {
  return exchanges.get(request) ?? openExchange(request, 'none')
}

/** Answers with the problem document of an error, and notes its code for the log. */
export function sendProblem(request: Request, response: Response, error: unknown): void {
  const exchange = exchangeOf(request)
  const problem = toProblem(error, exchange.requestId)
  exchange.problemCode = problem.code
  if (problem.retryAfterSeconds !== undefined) {
    response.setHeader('Retry-After', String(problem.retryAfterSeconds))
  }
  response
    .status(problem.status)
    .setHeader('Cache-Control', 'no-store')
    .setHeader('Content-Type', 'application/problem+json; charset=utf-8')
    .end(JSON.stringify(problem))
}

function routeOf(route: unknown): string {
  const path: unknown = route && typeof route === 'object' && 'path' in route ? route.path : null
  return typeof path === 'string' ? path : 'none'
}
