import type { Instant } from '../../server/src/domain/time/instant.ts'
import { formatInstant } from '../built.ts'
import { get, send } from '../connection.ts'
import type { Shot } from '../load.ts'

/** So many days further on a month still has what one from today has. */
const mostSkipped = 25

/** The page of an expert asks for this: all days of a month from today, with every start of half an hour. */
export function monthPath(slug: string, now: Instant): string {
  return boardPath(slug, now, { timeZone: 'Europe/Paris', skip: 0, days: 31 })
}

/**
 * Months that nobody has asked for lately, so that each is composed from the store: more of them than a server remembers.
 * They are of a few zones only, as visitors are.
 */
export function freshMonths(slug: string, now: Instant): () => Shot {
  const zones = Intl.supportedValuesOf('timeZone').filter((_, index) => index % 10 === 0)
  let count = 0
  return () => {
    const timeZone = zones[count % zones.length] ?? 'UTC'
    const round = Math.floor(count++ / zones.length)
    const skip = round % mostSkipped
    return readShot(
      boardPath(slug, now, { timeZone, skip, days: 31 - (Math.floor(round / mostSkipped) % 4) }),
    )
  }
}

function boardPath(
  slug: string,
  now: Instant,
  {
    timeZone,
    skip,
    days,
  }: { readonly timeZone: string; readonly skip: number; readonly days: number },
): string {
  const date = (ahead: number) => new Date(now + ahead * 86_400_000).toISOString().slice(0, 10)
  const zone = encodeURIComponent(timeZone)
  const query = `from=${date(skip)}&to=${date(skip + days - 1)}&minutes=30&timeZone=${zone}`
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
