import type { Booking, MyBookingsQuery } from '@expertconnect/contract/bookings/shapes'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import type { Expert } from '../domain/expert.ts'
import type { Claims } from './claims.ts'
import { readPlace, writeCursor } from './cursors.ts'
import { presentBooking } from './present.ts'
import { demandPerson } from './sign-in.ts'

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
      const { bookings, next } = await storage.people.listBookingsOf({
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
