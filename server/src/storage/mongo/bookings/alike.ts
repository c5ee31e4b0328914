import {
  type BookedRecord,
  type HeldRecord,
  longestBooking,
} from '../../../domain/bookings/booking.ts'
import { emailKey } from '../../../domain/people/person.ts'
import { type Instant, plus } from '../../../domain/time/instant.ts'
import type { Alike } from '../../port/bookings.ts'
import type { Models } from '../engine/models.ts'
import { recordOf } from './record-mapper.ts'

const likeness = {
  email: (value: string) => ({ emailKey: emailKey(value) }),
  // Whatever lies in the domain as well. Nothing but the end of an address is compared.
  domain: (value: string) => ({
    emailKey: { $regex: `[@.]${value.replaceAll(/[^a-z0-9]/gi, String.raw`\$&`)}$` },
  }),
  network: (value: string) => ({ network: value }),
}

const indexes = {
  email: 'bookings_of_by_start',
  domain: 'sessions_by_start',
  network: 'bookings_of_network',
} as const

export function createListAlike({ bookings }: Pick<Models, 'bookings'>) {
  return async function listAlike(asked: Alike): Promise<BookedRecord[]> {
    const { expertId, by, value, now, limit } = asked
    const docs = await bookings
      .find(
        {
          ...(expertId === undefined ? {} : { expertId }),
          // What the partial indexes are made for.
          $and: [{ bookedAt: { $exists: true }, emailKey: { $exists: true } }, likeness[by](value)],
          state: 'booked',
          // Nothing that began earlier lasts until now.
          startsAt: { $gt: plus(now, -longestBooking) },
          endsAt: { $gt: now },
        },
        { answers: 0 },
      )
      .sort({ startsAt: 1, _id: 1 })
      .limit(limit)
      // What one expert has before them is little, whatever is looked for in it.
      .hint(expertId === undefined ? indexes[by] : 'sessions_of_expert')
      .lean()
    return docs.map(recordOf).filter((record) => record.state === 'booked')
  }
}

export function createListHolds({ bookings }: Pick<Models, 'bookings'>) {
  return async function listHolds(
    now: Instant,
    expertId: string | undefined,
  ): Promise<HeldRecord[]> {
    const docs = await bookings
      .find(
        {
          state: 'held',
          expiresAt: { $gt: now },
          ...(expertId === undefined ? {} : { expertId }),
        },
        { answers: 0 },
      )
      .hint('expiring')
      .lean()
    return docs.map(recordOf).filter((record) => record.state === 'held')
  }
}
