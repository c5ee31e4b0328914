import { emailKey } from '../../../domain/people/person.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { BookingPlace, BookingScope, BookingsPage, OfCustomer } from '../../port/bookings.ts'
import { bookingsPage } from '../../rules/booking-pages.ts'
import { behind } from '../engine/behind.ts'
import type { Models } from '../engine/models.ts'
import { recordOf } from './record-mapper.ts'

const scopes = {
  upcoming: (now: Instant) => ({ state: 'booked', endsAt: { $gt: now } }) as const,
  past: (now: Instant) => ({ state: 'booked', endsAt: { $lte: now } }) as const,
  cancelled: () => ({ state: 'cancelled' }) as const,
} satisfies Record<BookingScope, unknown>

export function createListOfCustomer({ bookings }: Pick<Models, 'bookings'>) {
  return async function list(asked: OfCustomer): Promise<BookingsPage> {
    const { email, scope, now, after, limit } = asked
    const direction = scope === 'upcoming' ? 1 : -1
    const docs = await bookings
      .find(
        { emailKey: emailKey(email), ...scopes[scope](now), ...behindPlace(after, direction) },
        { answers: 0 },
      )
      .sort({ startsAt: direction, _id: direction })
      .limit(limit + 1)
      .hint('bookings_of_by_start')
      .lean()
    return bookingsPage(docs.map(recordOf), limit)
  }
}

export function behindPlace(after: BookingPlace | undefined, direction: 1 | -1) {
  return behind('startsAt', direction, after && { value: after.startsAt, id: after.id })
}
