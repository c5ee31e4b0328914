import type { Storage } from '../../../src/storage/port/storage.ts'
import { aBooking, aGuard } from '../fixtures.ts'

/** Lets that many people book one slot at once; answers how many were told that it is theirs. */
export async function winnersOfOneSlot(
  storage: Storage,
  rivals: number,
  slot = 0,
): Promise<number> {
  const outcomes = await Promise.all(
    Array.from({ length: rivals }, () => storage.bookings.claim(aBooking({ slot }), aGuard())),
  )
  return outcomes.filter(({ kind }) => kind === 'done').length
}
