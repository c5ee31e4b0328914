import type { SlotRecord } from '../../../domain/bookings/booking.ts'
import { day, type Instant, plus } from '../../../domain/time/instant.ts'
import type { BookingPlace, BookingSearch, BookingsPage } from '../../port/bookings.ts'
import { addressesBeginningWith } from '../../rules/beginnings.ts'
import { searchPage } from '../../rules/booking-pages.ts'
import type { Models } from '../engine/models.ts'
import { behindPlace } from './of-customer.ts'
import { recordOf } from './record-mapper.ts'

const scopes = {
  // What ends in the future began a day ago at the earliest: what is long past is not gone through for it.
  upcoming: (now: Instant) =>
    ({ state: 'booked', endsAt: { $gt: now }, startsAt: { $gt: plus(now, -day) } }) as const,
  past: (now: Instant) => ({ state: 'booked', endsAt: { $lte: now } }) as const,
  cancelled: () => ({ state: 'cancelled' }) as const,
  all: () => ({}),
} satisfies Record<BookingSearch['scope'], unknown>

export function createSearch({ bookings }: Pick<Models, 'bookings'>) {
  return function search(asked: BookingSearch): Promise<BookingsPage> {
    const { scope, now, email } = asked
    const direction = scope === 'upcoming' ? 1 : -1
    const isOfEverybody = email === undefined
    const whose = isOfEverybody ? { emailKey: { $exists: true } } : addressedTo(email)

    async function read(
      after: BookingPlace | undefined,
      count: number,
    ): Promise<readonly SlotRecord[]> {
      const docs = await bookings
        .find({ $and: [whose, scopes[scope](now), behindPlace(after, direction)] }, { answers: 0 })
        .sort({ startsAt: direction, _id: direction })
        .limit(count)
        .hint(isOfEverybody ? 'sessions_by_start' : 'bookings_of_by_start')
        .lean()
      return docs.map(recordOf)
    }

    return searchPage(asked, read)
  }
}

function addressedTo(beginning: string) {
  const [from, before] = addressesBeginningWith(beginning)
  return { emailKey: { $gte: from, $lt: before } }
}
