import { isSession } from '../../../domain/bookings/booking.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { BookingPlace, BookingScope, BookingsOf, BookingsPage } from '../../port/people.ts'
import { recordOf } from './record-mapper.ts'
import type { Models } from '../engine/models.ts'

const scopes = {
  upcoming: (now: Instant) => ({ state: 'booked', endsAt: { $gt: now } }) as const,
  past: (now: Instant) => ({ state: 'booked', endsAt: { $lte: now } }) as const,
  cancelled: () => ({ state: 'cancelled' }) as const,
} satisfies Record<BookingScope, unknown>

export function createBookingsOf({ bookings }: Pick<Models, 'bookings'>) {
  return async function list(asked: BookingsOf): Promise<BookingsPage> {
    const { email, scope, now, after, limit } = asked
    const direction = scope === 'upcoming' ? 1 : -1
    const docs = await bookings
      .find(
        { emailKey: emailKey(email), ...scopes[scope](now), ...behind(after, direction) },
        { answers: 0 },
      )
      .sort({ startsAt: direction, _id: direction })
      .limit(limit + 1)
      .hint('bookings_of_by_start')
      .lean()
    const shown = docs.slice(0, limit).map(recordOf).filter(isSession)
    const last = shown.at(-1)
    const next =
      last && docs.length > limit ? { next: { startsAt: last.startsAt, id: last.id } } : {}
    return { bookings: shown, ...next }
  }
}

/** The first condition follows from the second, and is what the index can begin with. */
export function behind(after: BookingPlace | undefined, direction: 1 | -1) {
  if (!after) return {}
  const { startsAt, id } = after
  return direction === 1
    ? { startsAt: { $gte: startsAt }, $or: [{ startsAt: { $gt: startsAt } }, { _id: { $gt: id } }] }
    : { startsAt: { $lte: startsAt }, $or: [{ startsAt: { $lt: startsAt } }, { _id: { $lt: id } }] }
}
