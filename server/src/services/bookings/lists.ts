import type { AdminBookingsQuery } from '@expertconnect/contract/admin'
import type { Booking } from '@expertconnect/contract/bookings'
import { Id } from '@expertconnect/contract/primitives'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { isSession, type SessionRecord } from '../../domain/bookings/booking.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { wantedOf } from '../../base/wanted.ts'
import type { Claims } from './claims.ts'
import { readPlace, writeCursor } from '../../base/cursors.ts'
import { presentBooking } from './present.ts'
import { demandAdmin } from '../../base/demand.ts'

const perPage = 50

/** Sessions of everybody, for administrators to find. */
export function createAdminBookings(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  claims: Claims,
) {
  async function present(record: SessionRecord, now: Instant): Promise<Booking> {
    const expert = await claims.expertOf(record.expertId)
    return presentBooking(record, expert, now, ['admin'])
  }

  async function byId(query: string): Promise<SessionRecord | null> {
    const record = Id.safeParse(query).success ? await storage.bookings.find(query) : null
    return isSession(record) ? record : null
  }

  return {
    /** By id, by the beginning of an address, or by words of a customer's name. */
    async find(
      actor: Actor,
      query: AdminBookingsQuery,
    ): Promise<{ items: Booking[]; nextCursor?: string }> {
      demandAdmin(actor)
      const now = clock()
      const one = await byId(query.query?.trim() ?? '')
      if (one) return { items: [await present(one, now)] }
      const { items: bookings, next } = await storage.bookings.search({
        ...wantedOf(query.query),
        scope: query.scope ?? 'all',
        now,
        after: query.cursor === undefined ? undefined : readPlace(query.cursor),
        limit: query.limit ?? perPage,
      })
      return {
        items: await Promise.all(bookings.map((record) => present(record, now))),
        ...(next ? { nextCursor: writeCursor([next.startsAt, next.id]) } : {}),
      }
    },
  }
}
