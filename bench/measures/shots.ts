import type { Instant } from '../../server/src/domain/time/instant.ts'
import { formatInstant } from '../built.ts'
import { get, send } from '../connection.ts'
import type { Shot } from '../load.ts'

/** The page of an expert asks for this: all days of a month from today, with every start of half an hour. */
export function monthPath(slug: string, now: Instant): string {
  const date = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10)
  const query = `from=${date(0)}&to=${date(30)}&minutes=30&timeZone=Europe%2FParis`
  return `/api/v1/experts/${slug}/slots?${query}`
}

export function readShot(path: string): Shot {
  return { request: get(path), expected: 200 }
}

/** Always the next of the list, from the beginning again after the last one. */
export function inTurn<T>(list: readonly T[]): () => T {
  let at = 0
  return () => {
    const item = list[at++ % list.length]
    if (item === undefined) throw new Error('Nothing to take turns with')
    return item
  }
}

let bookings = 0

export function bookingRequest({ expertId, startsAt }: FreeStart): string {
  const number = ++bookings
  const body = {
    expertId,
    startsAt: formatInstant(startsAt),
    minutes: 30,
    customer: { name: 'Jordan Example', email: `jordan.${number}@example.com` },
    topic: 'One decision that I keep putting off, and what the next step could be.',
    timeZone: 'Europe/Paris',
  }
  return send('POST', '/api/v1/bookings', `Idempotency-Key: bench-booking-${number}\r\n`, body)
}

export interface FreeStart {
  readonly expertId: string
  readonly startsAt: Instant
}

/** Books each start once. */
export function bookingShots(free: readonly FreeStart[]): () => Shot {
  let at = 0
  return () => {
    const start = free[at++]
    if (!start) throw new Error('No free start is left in this store')
    return { request: bookingRequest(start), expected: 201 }
  }
}
