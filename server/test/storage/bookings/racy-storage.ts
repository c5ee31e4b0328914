import type { BookedRecord } from '../../../src/domain/bookings/booking.ts'
import type { ClaimOutcome } from '../../../src/storage/port/bookings.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'

/**
 * A store with the mistake that this product exists to rule out: it looks, waits a moment, and then writes. The test
 * that finds no second winner in our engines must find one here, or it proves nothing.
 */
export function racyStorage(storage: Storage): Storage {
  const booked: BookedRecord[] = []

  async function claim(booking: BookedRecord): Promise<ClaimOutcome<BookedRecord>> {
    const overlaps = booked.some(
      (other) =>
        other.expertId === booking.expertId &&
        other.startsAt < booking.until &&
        booking.startsAt < other.until,
    )
    await new Promise(setImmediate)
    if (overlaps) return { kind: 'taken' }
    booked.push(booking)
    return { kind: 'done', record: booking }
  }

  return { ...storage, bookings: { ...storage.bookings, claim } }
}
