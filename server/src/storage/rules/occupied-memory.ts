import {
  type Committed,
  isLive,
  type LiveRecord,
  type OccupiedTime,
} from '../../domain/bookings/booking.ts'
import { day, type Instant, instantOf } from '../../domain/time/instant.ts'
import type { BookingStorage, OccupiedRange } from '../port/bookings.ts'
import type { StorageListener } from '../port/listener.ts'

/** Of all experts together: some 25 MB. */
const rowsAtMost = 100_000
/** What is asked for farther from what is known than this takes its place. */
const spanAtMost = 400 * day

interface Known {
  readonly from: Instant
  readonly to: Instant
  readonly byId: Map<string, OccupiedTime>
  /** By start; made when it is next asked for. */
  sorted: readonly OccupiedTime[] | null
}

/**
 * The time that is taken of experts: read once, then kept by what is heard of it. While changes may go unheard, nothing is
 * remembered.
 *
 * What is heard may be older than what was read. A record that was read tells by its version; one that had ended by then
 * is there again until its end is heard as well, which was committed and is on its way.
 */
export function createOccupiedMemory(
  { listOccupied }: Pick<BookingStorage, 'listOccupied'>,
  listen: (listener: StorageListener) => unknown,
): BookingStorage['recallOccupied'] {
  /** Whoever was asked for longest ago comes first. */
  const known = new Map<string, Known>()
  let rows = 0
  let hearing = true
  /** What is being read, by expert. It is not kept where something was heard of the expert meanwhile. */
  const readings = new Map<string, { isDoubted: boolean }>()

  function forget(expertId: string): void {
    rows -= known.get(expertId)?.byId.size ?? 0
    known.delete(expertId)
  }

  function forgetAll(): void {
    known.clear()
    rows = 0
    for (const reading of readings.values()) reading.isDoubted = true
  }

  function keep(expertId: string, its: Known): void {
    forget(expertId)
    known.set(expertId, its)
    rows += its.byId.size
    for (const longest of known.keys()) {
      if (rows <= rowsAtMost) break
      forget(longest)
    }
  }

  function hear({ record }: Committed): void {
    const { expertId, id } = record
    const reading = readings.get(expertId)
    if (reading) reading.isDoubted = true
    const its = known.get(expertId)
    if (!its) return
    const before = its.byId.get(id)
    if (before && before.version >= record.version) return
    rows -= its.byId.size
    its.byId.delete(id)
    if (isLive(record) && record.until > its.from && record.startsAt < its.to) {
      its.byId.set(id, timeOf(record))
    }
    rows += its.byId.size
    its.sorted = null
  }

  async function read(expertId: string, range: OccupiedRange): Promise<readonly OccupiedTime[]> {
    const span = spanWith(known.get(expertId), range)
    // Two at once read for themselves, and the later one is kept.
    const reading = { isDoubted: false }
    readings.set(expertId, reading)
    try {
      const occupied = await listOccupied(expertId, { ...span, now: range.now })
      if (hearing && !reading.isDoubted && readings.get(expertId) === reading) {
        keep(expertId, {
          ...span,
          byId: new Map(occupied.map((time) => [time.id, time])),
          sorted: occupied,
        })
      }
      return within(occupied, range)
    } finally {
      if (readings.get(expertId) === reading) readings.delete(expertId)
    }
  }

  listen({
    changed: (changes) => changes.forEach(hear),
    interrupted() {
      hearing = false
      forgetAll()
    },
    resumed() {
      hearing = true
      forgetAll()
    },
  })

  return async (expertId, range) => {
    const its = known.get(expertId)
    if (!its || range.from < its.from || range.to > its.to) return read(expertId, range)
    known.delete(expertId)
    known.set(expertId, its)
    its.sorted ??= [...its.byId.values()].toSorted((a, b) => a.startsAt - b.startsAt)
    return within(its.sorted, range)
  }
}

/** What is asked for, together with what is known where that is near. */
function spanWith(
  its: Known | undefined,
  { from, to }: OccupiedRange,
): Pick<OccupiedRange, 'from' | 'to'> {
  if (!its) return { from, to }
  const both = { from: instantOf(Math.min(its.from, from)), to: instantOf(Math.max(its.to, to)) }
  return both.to - both.from <= spanAtMost ? both : { from, to }
}

function within(
  occupied: readonly OccupiedTime[],
  { from, to, now }: OccupiedRange,
): OccupiedTime[] {
  return occupied.filter(
    (time) =>
      time.until > from && time.startsAt < to && (time.state === 'booked' || time.expiresAt > now),
  )
}

function timeOf(record: LiveRecord): OccupiedTime {
  const { id, version, startsAt, endsAt, until } = record
  return record.state === 'held'
    ? { id, version, startsAt, endsAt, until, state: 'held', expiresAt: record.expiresAt }
    : { id, version, startsAt, endsAt, until, state: 'booked' }
}
