import type { Booking } from '@expertconnect/contract/bookings'
import type { MyBookingsQuery } from '@expertconnect/contract/people'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import type { Claims } from './claims.ts'
import { readPlace, writeCursor } from '../../base/cursors.ts'
import { presentBooking } from './present.ts'
import { demandPerson } from '../people/sign-in.ts'

const perPage = 20

/** What was booked with the address that somebody has proved. */
export function createMyBookings(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  claims: Claims,
) {
  return {
    async list(
      actor: Actor,
      query: MyBookingsQuery,
    ): Promise<{ items: Booking[]; nextCursor?: string }> {
      const { email } = demandPerson(actor)
      const now = clock()
      const { items: bookings, next } = await storage.bookings.listOfCustomer({
        email,
        scope: query.scope ?? 'upcoming',
        now,
        after: query.cursor === undefined ? undefined : readPlace(query.cursor),
        limit: query.limit ?? perPage,
      })
      const experts = new Map<string, Promise<Expert>>()
      for (const { expertId } of bookings) {
        if (!experts.has(expertId)) experts.set(expertId, claims.expertOf(expertId))
      }
      const items = await Promise.all(
        bookings.map(async (record) => {
          const expert = await (experts.get(record.expertId) ?? claims.expertOf(record.expertId))
          return presentBooking(record, expert, now, ['customer'])
        }),
      )
      return { items, ...(next ? { nextCursor: writeCursor([next.startsAt, next.id]) } : {}) }
    },
  }
}
