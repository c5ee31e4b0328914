import type { SlotRecord } from '../../../domain/bookings/booking.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { BookingPlace, BookingSearch, BookingsPage } from '../../port/bookings.ts'
import { addressesBeginningWith } from '../../rules/beginnings.ts'
import { searchPage, stretchOf } from '../../rules/booking-pages.ts'
import type { Models } from '../engine/models.ts'
import { behindPlace } from './of-customer.ts'
import { recordOf } from './record-mapper.ts'

const scopes = {
  upcoming: (now: Instant) => ({ state: 'booked', endsAt: { $gt: now } }) as const,
  past: (now: Instant) => ({ state: 'booked', endsAt: { $lte: now } }) as const,
  cancelled: () => ({ state: 'cancelled' }) as const,
  all: () => ({}),
} satisfies Record<BookingSearch['scope'], unknown>

export function createSearch({ bookings }: Pick<Models, 'bookings'>) {
  return function search(asked: BookingSearch): Promise<BookingsPage> {
    const { scope, now } = asked
    const direction = scope === 'upcoming' ? 1 : -1
    const { filter, hint } = whoseOf(asked)

    async function read(
      after: BookingPlace | undefined,
      count: number,
    ): Promise<readonly SlotRecord[]> {
      const { begin, end } = stretchOf(asked, after)
      const until = { startsAt: direction === 1 ? { $lt: end } : { $gte: end } }
      const docs = await bookings
        .find(
          // Each part stands by itself: several say something of the start.
          { $and: [filter, scopes[scope](now), until, behindPlace(begin, direction)] },
          { answers: 0 },
        )
        .sort({ startsAt: direction, _id: direction })
        .limit(count)
        .hint(hint)
        .lean()
      return docs.map(recordOf)
    }

    return searchPage(asked, read)
  }
}

/** Of whom and with whom, and the index that leads there. */
function whoseOf({ email, expertId }: BookingSearch) {
  const withWhom = expertId === undefined ? {} : { expertId }
  if (email !== undefined) {
    const [from, before] = addressesBeginningWith(email)
    const filter = { emailKey: { $gte: from, $lt: before }, ...withWhom }
    return { filter, hint: 'bookings_of_by_start' }
  }
  return expertId === undefined
    ? { filter: { emailKey: { $exists: true } }, hint: 'sessions_by_start' }
    : { filter: { expertId, bookedAt: { $exists: true } }, hint: 'sessions_of_expert' }
}
