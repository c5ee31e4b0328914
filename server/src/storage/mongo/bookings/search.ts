import { isSession, type SessionRecord } from '../../../domain/bookings/booking.ts'
import { day, type Instant, plus } from '../../../domain/time/instant.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { BookingsAsked, Page } from '../../port/applications.ts'
import { isWantedPerson, lookThrough, pageOf } from '../../rules/look-through.ts'
import type { BookingPlace, BookingsPage } from '../../port/people.ts'
import { recordOf } from './record-mapper.ts'
import { behind } from './of-customer.ts'
import type { Models } from '../engine/models.ts'

const scopes = {
  // What ends in the future began a day ago at the earliest: what is long past is not gone through for it.
  upcoming: (now: Instant) =>
    ({ state: 'booked', endsAt: { $gt: now }, startsAt: { $gt: plus(now, -day) } }) as const,
  past: (now: Instant) => ({ state: 'booked', endsAt: { $lte: now } }) as const,
  cancelled: () => ({ state: 'cancelled' }) as const,
  all: () => ({}),
} satisfies Record<BookingsAsked['scope'], unknown>

const afterEveryKey = '\u{10FFFF}'

export function createFindBookings({ bookings }: Pick<Models, 'bookings'>) {
  return async function find(asked: BookingsAsked): Promise<BookingsPage> {
    const { scope, now, after, limit, email, words } = asked
    const direction = scope === 'upcoming' ? 1 : -1
    const key = email === undefined ? null : emailKey(email)
    const whose =
      key === null
        ? { emailKey: { $exists: true } }
        : { emailKey: { $gte: key, $lt: key + afterEveryKey } }

    const read = async (place: BookingPlace | undefined, count: number) => {
      const docs = await bookings
        .find({ $and: [whose, scopes[scope](now), behind(place, direction)] }, { answers: 0 })
        .sort({ startsAt: direction, _id: direction })
        .limit(count)
        .hint(key === null ? 'sessions_by_start' : 'bookings_of_by_start')
        .lean()
      return docs.map(recordOf).filter(isSession)
    }

    if (!words) return pageWith(pageOf(await read(after, limit + 1), limit, placeOf))
    const isWanted = ({ customer }: SessionRecord) => isWantedPerson(customer, { words })
    return pageWith(await lookThrough({ read, placeOf, isWanted, after, limit }))
  }
}

function placeOf({ startsAt, id }: SessionRecord): BookingPlace {
  return { startsAt, id }
}

function pageWith({ items, next }: Page<SessionRecord, BookingPlace>): BookingsPage {
  return next ? { bookings: items, next } : { bookings: items }
}
