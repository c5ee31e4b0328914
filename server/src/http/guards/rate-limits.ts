import type { Endpoint } from '@expertconnect/contract/endpoint'
import { type EndpointName, endpoints } from '@expertconnect/contract/endpoints'
import type { RequestHandler } from 'express'
import { rateLimit, type Store } from 'express-rate-limit'
import type { Logger } from 'pino'
import { logFault } from '../../base/log.ts'
import { Refused } from '../../base/problem.ts'
import type { Limits } from '../../base/limits.ts'
import { addressKey } from '../../base/network.ts'
import { sendProblem } from '../exchange.ts'

const hour = 60 * 60_000

/** Per network address: a shield for all that is only read, wide enough for an office behind one address. */
const readsPerMinute = 1200
/** Reports of failed delivery, which come from one machine. What is refused here comes again. */
const bouncesPerMinute = 60

export interface RateLimits {
  readonly reads: RequestHandler
  readonly bounces: RequestHandler
  of(name: EndpointName): RequestHandler | null
}

/** Each answer tells what is left (`RateLimit`, draft 8 of the RateLimit header fields); a refusal says when to come back. */
export function createRateLimits(counted: Limits, logger: Logger): RateLimits {
  const limit = (identifier: string, windowMs: number, most: number, store?: Store) =>
    rateLimit({
      windowMs,
      limit: most,
      identifier,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      keyGenerator: (request) => addressKey(request.ip),
      // Its checks complain on the console of headers that any stranger can send.
      validate: false,
      handler: (request, response) => {
        const seconds = Number(response.getHeader('Retry-After') ?? windowMs / 1000)
        const refused = new Refused('too_many', {
          detail: `At most ${most} of these from one network address in this time. Please try again later.`,
          retryAfterSeconds: Math.ceil(seconds),
        })
        sendProblem(request, response, refused)
      },
      // A limit is a shield, not a promise: whether the store can serve is for the claim itself to say, with the answer
      // that its caller knows how to repeat. If it can by then, nobody was turned away for a count.
      passOnStoreError: true,
      logger: storeFaults(logger.child({ limit: identifier })),
      ...(store ? { store } : {}),
    })
  const limits = new Map(
    Object.entries<Endpoint>(endpoints).flatMap(([name, { perHour }]) =>
      perHour === undefined
        ? []
        : [[name, limit(name, hour, perHour, countedStore(counted, name, hour))] as const],
    ),
  )
  return {
    // In memory: a count on disk would cost more than most reads do.
    reads: limit('reads', 60_000, readsPerMinute),
    bounces: limit('bounces', 60_000, bouncesPerMinute),
    of: (name) => limits.get(name) ?? null,
  }
}

/** Counts on all servers together and over restarts; without it each server would grant the limit anew. */
function countedStore(counted: Limits, name: string, windowMs: number): Store {
  const kept = (): never => {
    throw new Error('What was done stays counted')
  }
  return {
    async increment(address) {
      const { count, endsIn } = await counted.count(name, address, windowMs)
      // The library compares with the clock of the machine, which is not the one that the window was opened by.
      return { totalHits: count, resetTime: new Date(Date.now() + endsIn) }
    },
    decrement: kept,
    resetKey: kept,
  }
}

function storeFaults(logger: Logger) {
  const note = (error: unknown): void => logFault(logger, error, {})
  return { warn: note, error: note }
}
