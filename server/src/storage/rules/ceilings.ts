import type { LiveRecord } from '../../domain/bookings/booking.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Ceilings, Unproved } from '../port/bookings.ts'

/** What an engine has to count beside a record; what is left out has no ceiling. */
export interface ToCount {
  readonly holdsOf?: string
  readonly bookingsOf?: string
  readonly unprovedSince?: Instant
}

export interface Counted {
  readonly holds: number
  readonly bookings: number
  readonly unproved: Unproved
}

export const noneUnproved: Unproved = { network: 0, lately: 0 }

export function toCount(record: LiveRecord, ceilings: Ceilings | undefined): ToCount {
  if (!ceilings) return {}
  const { maker } = record
  return {
    ...(ceilings.holds !== undefined && record.state === 'held' && !record.pending
      ? { holdsOf: record.holder }
      : {}),
    ...(ceilings.bookings !== undefined && record.state === 'booked' && maker !== undefined
      ? { bookingsOf: maker }
      : {}),
    ...(ceilings.unproved && maker === undefined ? { unprovedSince: ceilings.unproved.since } : {}),
  }
}

/** Which ceiling a record would be above; null where none is. */
export function refusalOver(
  record: LiveRecord,
  { holds = Infinity, bookings = Infinity, unproved }: Ceilings,
  counted: Counted,
): { readonly kind: 'too_many' | 'unproved' } | null {
  if (counted.holds >= holds || counted.bookings >= bookings) return { kind: 'too_many' }
  if (!unproved || record.maker !== undefined) return null
  const own = record.until - record.startsAt
  const { network, lately } = counted.unproved
  const isOver = network + own > unproved.network || lately + own > unproved.lately
  return isOver ? { kind: 'unproved' } : null
}
