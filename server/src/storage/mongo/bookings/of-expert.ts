import { longestBooking } from '../../../domain/bookings/booking.ts'
import { plus } from '../../../domain/time/instant.ts'
import type { BookingsPage, OfExpert } from '../../port/bookings.ts'
import { bookingsPage } from '../../rules/booking-pages.ts'
import type { Models } from '../engine/models.ts'
import { behindPlace } from './of-customer.ts'
import { recordOf } from './record-mapper.ts'

export function createListOfExpert({ bookings }: Pick<Models, 'bookings'>) {
  return async function list({ expertId, chosen, after, limit }: OfExpert): Promise<BookingsPage> {
    const { filter, direction } = filterOf(chosen)
    const docs = await bookings
      .find(
        // Each part stands by itself: both may say something of the start.
        { expertId, bookedAt: { $exists: true }, $and: [filter, behindPlace(after, direction)] },
        { answers: 0 },
      )
      .sort({ startsAt: direction, _id: direction })
      .limit(limit + 1)
      .hint('sessions_of_expert')
      .lean()
    return bookingsPage(docs.map(recordOf), limit)
  }
}

/** Nothing that began earlier than the longest session lasts until then: what ended long ago is not gone through. */
function filterOf(chosen: OfExpert['chosen']) {
  if ('from' in chosen) {
    const { from, to } = chosen
    const startsAt = { $gte: plus(from, -longestBooking), $lt: to }
    return { filter: { startsAt, endsAt: { $gt: from } }, direction: 1 } as const
  }
  const { scope, now } = chosen
  switch (scope) {
    case 'upcoming': {
      const startsAt = { $gte: plus(now, -longestBooking) }
      return { filter: { state: 'booked', startsAt, endsAt: { $gt: now } }, direction: 1 } as const
    }
    case 'past': {
      const startsAt = { $lte: now }
      return {
        filter: { state: 'booked', startsAt, endsAt: { $lte: now } },
        direction: -1,
      } as const
    }
    case 'cancelled':
      return { filter: { state: 'cancelled' }, direction: -1 } as const
  }
}
