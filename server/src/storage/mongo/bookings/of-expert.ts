import { isSession, longestSession } from '../../../domain/bookings/booking.ts'
import { plus } from '../../../domain/time/instant.ts'
import type { BookingsPage } from '../../port/people.ts'
import type { SessionsOf } from '../../port/storage.ts'
import { recordOf } from './record-mapper.ts'
import { behind } from './of-customer.ts'
import type { Models } from '../engine/models.ts'

export function createSessionsOf({ bookings }: Pick<Models, 'bookings'>) {
  return async function list({
    expertId,
    chosen,
    after,
    limit,
  }: SessionsOf): Promise<BookingsPage> {
    const { filter, direction } = filterOf(chosen)
    const docs = await bookings
      .find(
        // Each part stands by itself: both may say something of the start.
        { expertId, bookedAt: { $exists: true }, $and: [filter, behind(after, direction)] },
        { answers: 0 },
      )
      .sort({ startsAt: direction, _id: direction })
      .limit(limit + 1)
      .hint('sessions_of_expert')
      .lean()
    const shown = docs.slice(0, limit).map(recordOf).filter(isSession)
    const last = shown.at(-1)
    const next =
      last && docs.length > limit ? { next: { startsAt: last.startsAt, id: last.id } } : {}
    return { bookings: shown, ...next }
  }
}

/** Nothing that began earlier than the longest session lasts until then: what ended long ago is not gone through. */
function filterOf(chosen: SessionsOf['chosen']) {
  if ('from' in chosen) {
    const { from, to } = chosen
    const startsAt = { $gte: plus(from, -longestSession), $lt: to }
    return { filter: { startsAt, endsAt: { $gt: from } }, direction: 1 } as const
  }
  const { scope, now } = chosen
  switch (scope) {
    case 'upcoming': {
      const startsAt = { $gte: plus(now, -longestSession) }
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
