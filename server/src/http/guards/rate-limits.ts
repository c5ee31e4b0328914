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
import { holdFloodsBack } from './floods.ts'
import { createWindowStore, inTime } from './window-store.ts'

const hour = 60 * 60_000

/** Per network address: a shield for all that is only read, wide enough for an office behind one address. */
const readsPerMinute = 1200
/** The same for all that changes something, in front of the limits per hour: each of those is a write. */
const changesPerMinute = 300
/** Each is a question to the store; a balancer asks every two seconds. */
const probesPerMinute = 300
/** Reports of failed delivery, which come from one machine. What is refused here comes again. */
const bouncesPerMinute = 60
/** Of calendars, each of which looks a few times a day. A provider's readers share addresses; a file is made for each. */
const feedsPerMinute = 120

export interface RateLimits {
  /** In front of everything, by network; all others are per address. */
  readonly floods: RequestHandler
  readonly reads: RequestHandler
  readonly probes: RequestHandler
  readonly bounces: RequestHandler
  readonly feeds: RequestHandler
  /** Of every endpoint at least one. */
  of(name: EndpointName): RequestHandler[]
}

/** Each answer tells what is left (`RateLimit`, draft 8 of the RateLimit header fields); a refusal says when to come back. */
export function createRateLimits(counted: Limits, logger: Logger, clock: () => number): RateLimits {
  const limit = (
    identifier: string,
    windowMs: number,
    most: number,
    store: Store = createWindowStore(windowMs, clock),
  ) =>
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
          detail: `Too many of these came from your network: at most ${most} are possible in this time. Please try again later.`,
          retryAfterSeconds: Math.ceil(seconds),
        })
        sendProblem(request, response, refused)
      },
      // A limit is a shield, not a promise: whether the store can serve is for the claim itself to say, with the answer
      // that its caller knows how to repeat. If it can by then, nobody was turned away for a count.
      passOnStoreError: true,
      logger: storeFaults(logger.child({ limit: identifier })),
      store,
    })
  const perMinute = (identifier: string, most: number) => limit(identifier, 60_000, most)
  // In memory: a count on disk would cost more than most reads do.
  const reads = perMinute('reads', readsPerMinute)
  const changes = perMinute('changes', changesPerMinute)
  const limits = new Map<string, readonly RequestHandler[]>()
  for (const [name, { method, perHour }] of Object.entries<Endpoint>(endpoints)) {
    const shield = method === 'GET' ? reads : changes
    if (perHour === undefined) limits.set(name, [shield])
    else {
      const own = limit(name, hour, perHour, countedStore(counted, name, hour))
      // What is left of the narrower one is what its caller wants to know.
      limits.set(name, [withoutHeaders(shield), own])
    }
  }
  return {
    floods: holdFloodsBack(clock),
    reads,
    probes: perMinute('probes', probesPerMinute),
    bounces: perMinute('bounces', bouncesPerMinute),
    feeds: perMinute('feeds', feedsPerMinute),
    of: (name) => [...(limits.get(name) ?? [])],
  }
}

/** What a shield tells of itself, unless it refused. */
function withoutHeaders(shield: RequestHandler): RequestHandler {
  return (request, response, next) =>
    shield(request, response, (error?: unknown) => {
      for (const name of ['RateLimit', 'RateLimit-Policy']) response.removeHeader(name)
      next(error)
    })
}

/** Counts on all servers together and over restarts; without it each server would grant the limit anew. */
function countedStore(counted: Limits, name: string, windowMs: number): Store {
  const kept = (): never => {
    throw new Error('What was done stays counted')
  }
  return {
    async increment(address) {
      const { count, endsIn } = await counted.count(name, address, windowMs, true)
      return { totalHits: count, resetTime: inTime(endsIn) }
    },
    decrement: kept,
    resetKey: kept,
  }
}

function storeFaults(logger: Logger) {
  const note = (error: unknown): void => logFault(logger, error, {})
  return { warn: note, error: note }
}
