import type { Occupied, SlotState } from './shapes.ts'
import type { BookingUpdated } from '../realtime.ts'

/**
 * What is known of an expert's live records, by id. A record that ended stays as a tombstone, so that an older
 * event or row cannot bring it back. `watch` numbers the subscription under which the record was last heard of.
 */
export interface KnownRecord {
  readonly version: number
  readonly watch: number
  readonly occupied: Occupied | null
}
export type KnownRecords = ReadonlyMap<string, KnownRecord>

export const nothingKnown: KnownRecords = new Map()

interface Span {
  readonly startsAt: string
  readonly until: string
}

/**
 * The state of a slot that would occupy `[startsAt, until)`, from what is live. The server lists slots with it and
 * the client applies events with it. A hold that has run out at `now` (epoch milliseconds) counts as gone, even
 * before the server says so.
 */
export function slotState(
  slot: Span,
  occupied: Iterable<Occupied>,
  now: number,
): { state: SlotState; expiresAt?: string } {
  let expiresAt: string | undefined
  for (const record of occupied) {
    if (record.startsAt >= slot.until || record.until <= slot.startsAt) continue
    if (record.state === 'booked') return { state: 'taken' }
    if (record.expiresAt === undefined || Date.parse(record.expiresAt) <= now) continue
    if (expiresAt === undefined || record.expiresAt > expiresAt) expiresAt = record.expiresAt
  }
  return expiresAt === undefined ? { state: 'free' } : { state: 'held', expiresAt }
}

/** Applies one event. An event with a lower version than what is known changes nothing. */
export function applyEvent(
  known: KnownRecords,
  event: BookingUpdated,
  watch: number,
): KnownRecords {
  const before = known.get(event.id)
  if (before && before.version > event.version) return known
  const ended = event.status === 'released' || event.status === 'cancelled'
  return new Map(known).set(event.id, {
    version: event.version,
    watch,
    occupied: ended ? null : occupiedOf(event),
  })
}

/**
 * Takes over a snapshot of `[from, to)`. Rows never overwrite a higher version. A record that is known but missing
 * from the rows is dropped if it was last heard of before the subscription `watch` began; a later one is newer than
 * the snapshot (or its end is still to be told) and stays.
 */
export function applySnapshot(
  known: KnownRecords,
  snapshot: { rows: readonly Occupied[]; from: string; to: string },
  watch: number,
): KnownRecords {
  const next = new Map(known)
  const listed = new Set(snapshot.rows.map((row) => row.id))
  for (const [id, record] of known) {
    const inRange =
      record.occupied !== null &&
      record.occupied.startsAt < snapshot.to &&
      record.occupied.until > snapshot.from
    if (inRange && !listed.has(id) && record.watch < watch) next.delete(id)
  }
  for (const row of snapshot.rows) {
    const before = next.get(row.id)
    if (before && before.version > row.version) continue
    next.set(row.id, { version: row.version, watch: before?.watch ?? 0, occupied: row })
  }
  return next
}

function occupiedOf(event: BookingUpdated): Occupied {
  const { id, version, startsAt, endsAt, until, expiresAt } = event
  if (event.status !== 'held') return { id, version, startsAt, endsAt, until, state: 'booked' }
  return {
    id,
    version,
    startsAt,
    endsAt,
    until,
    state: 'held',
    ...(expiresAt === undefined ? {} : { expiresAt }),
  }
}
