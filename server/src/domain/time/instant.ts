import { Temporal } from 'temporal-polyfill'

declare const instant: unique symbol
/** Milliseconds since the epoch, UTC. The domain and the storage speak it; the wire speaks ISO 8601. */
export type Instant = number & { readonly [instant]: true }

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export function instantOf(epochMilliseconds: number): Instant {
  return epochMilliseconds as Instant
}

export function plus(at: Instant, milliseconds: number): Instant {
  return (at + milliseconds) as Instant
}

/** Throws a RangeError for anything that is no ISO 8601 instant. Parts of a millisecond are cut off. */
export function parseInstant(iso: string): Instant {
  return Temporal.Instant.from(iso).epochMilliseconds as Instant
}

// A month of slots is two thousand instants on whole minutes: with the date part remembered, writing them costs
// microseconds instead of milliseconds.
const datePrefixes = new Map<number, string>()

/** `2026-11-23T10:00:00Z`; milliseconds only where there are any. */
export function formatInstant(at: Instant): string {
  if (at % minute !== 0) return Temporal.Instant.fromEpochMilliseconds(at).toString()
  const dayNumber = Math.floor(at / day)
  let prefix = datePrefixes.get(dayNumber)
  if (prefix === undefined) {
    prefix = Temporal.Instant.fromEpochMilliseconds(dayNumber * day)
      .toString()
      .slice(0, -9)
    if (datePrefixes.size > 1000) datePrefixes.clear()
    datePrefixes.set(dayNumber, prefix)
  }
  const minutes = (at - dayNumber * day) / minute
  return `${prefix}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:00Z`
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
