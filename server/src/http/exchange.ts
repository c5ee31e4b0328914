import type { Request, Response } from 'express'
import type { Actor } from '../base/actor.ts'
import { toProblem } from '../base/problem.ts'

/** What the middleware knows of a request; `wide-event.ts` sets it first. */
export interface Exchange {
  readonly requestId: string
  actor?: Actor
  problemCode?: string
}

const exchanges = new WeakMap<Request, Exchange>()

export function openExchange(request: Request, requestId: string): Exchange {
  const exchange: Exchange = { requestId }
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
