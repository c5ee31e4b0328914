import type { Instant } from '../../../domain/time/instant.ts'
import type { BookingStorage } from '../../port/bookings.ts'
import type { Records } from './records.ts'
import type { Models } from '../engine/models.ts'

/** So many at a time, so that claims come in between while a long backlog is worked off. */
const chunk = 200

export function createSweeps(
  { bookings }: Pick<Models, 'bookings'>,
  { releaseHold }: Pick<Records, 'releaseHold'>,
): Pick<BookingStorage, 'releaseExpired' | 'forgetReleased'> {
  /** Several servers may find the same hold: the version lets one of them release it. */
  async function releaseExpired(now: Instant): Promise<number> {
    let total = 0
    for (;;) {
      const expired = await bookings
        .find({ state: 'held', expiresAt: { $lte: now } })
        .sort({ expiresAt: 1 })
        .limit(chunk)
        .lean()
      const written = await Promise.all(expired.map((doc) => releaseHold(doc, now)))
      total += written.filter((each) => each === 'done').length
      if (expired.length < chunk) return total
    }
  }

  /** The answers to the keys of holds are in their documents and go with them. */
  async function forgetReleased(before: Instant): Promise<number> {
    const old = { state: 'released', releasedAt: { $lt: before } } as const
    const { deletedCount } = await bookings.deleteMany(old)
    return deletedCount
  }

  return { releaseExpired, forgetReleased }
}
