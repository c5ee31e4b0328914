import type { EndpointName } from '@expertconnect/contract/endpoints'
import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { Refused } from '../problem.ts'
import { sendProblem } from './exchange.ts'

const hour = 60 * 60_000

/** Per network address and hour. Reading has a shield only, wide enough for an office behind one address. */
const perHour: Partial<Record<EndpointName, number>> = {
  createHold: 60,
  createBooking: 30,
  changeHold: 120,
  changeBooking: 60,
  createCalendarTicket: 120,
}
const readsPerMinute = 1200

export interface RateLimits {
  readonly reads: RequestHandler
  of(name: EndpointName): RequestHandler | null
}

/** Each answer tells what is left (`RateLimit`, draft 8 of the RateLimit header fields); a refusal says when to come back. */
export function createRateLimits(): RateLimits {
  const limit = (identifier: string, windowMs: number, most: number) =>
    rateLimit({
      windowMs,
      limit: most,
      identifier,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      // One key for a household's IPv6 addresses.
      ipv6Subnet: 64,
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
    })
  const limits = new Map(
    Object.entries(perHour).map(([name, most]) => [name, limit(name, hour, most)] as const),
  )
  return {
    reads: limit('reads', 60_000, readsPerMinute),
    of: (name) => limits.get(name) ?? null,
  }
}
