import type { SlotRecord } from '../../../src/domain/bookings/booking.ts'
import type { Instant } from '../../../src/domain/time/instant.ts'
import { release } from '../../../src/domain/bookings/transitions.ts'
import { later } from '../fixtures.ts'

/** What the port promises about records, as simply as it can be said: the engines are held to this. */
export function createModel(at: Instant) {
  const records = new Map<string, SlotRecord>()
  let now = at

  const live = (record: SlotRecord) =>
    record.state === 'booked' || (record.state === 'held' && record.expiresAt > now)

  function collides(record: SlotRecord): boolean {
    return [...records.values()].some(
      (other) =>
        other.id !== record.id &&
        live(other) &&
        other.startsAt < record.until &&
        record.startsAt < other.until,
    )
  }

  function releaseExpired(within?: SlotRecord): number {
    const expired = [...records.values()].filter(
      (other) =>
        other.state === 'held' &&
        !live(other) &&
        other.id !== within?.id &&
        (!within || (other.startsAt < within.until && within.startsAt < other.until)),
    )
    for (const hold of expired) if (hold.state === 'held') records.set(hold.id, release(hold))
    return expired.length
  }

  function put(record: SlotRecord): 'done' | 'taken' {
    if (record.state === 'held' || record.state === 'booked') {
      if (collides(record)) return 'taken'
      releaseExpired(record)
    }
    records.set(record.id, record)
    return 'done'
  }

  return {
    records,
    now: () => now,
    advance: (minutes: number) => void (now = later(now, minutes)),
    releaseExpired,
    claim: put,
    confirm(booking: SlotRecord): 'done' | 'taken' | 'hold_gone' {
      const held = records.get(booking.id)
      const good = held?.state === 'held' && live(held) && held.version === booking.version - 1
      return good ? put(booking) : 'hold_gone'
    },
    change(record: SlotRecord): 'done' | 'taken' | 'stale_version' {
      const before = records.get(record.id)
      const changeable =
        before && (live(before) || (before.state === 'held' && record.state === 'released'))
      if (!changeable || before.version !== record.version - 1) return 'stale_version'
      return put(record)
    },
  }
}
