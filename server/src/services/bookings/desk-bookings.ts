import type { Booking } from '@expertconnect/contract/bookings'
import type { DeskBookingsQuery } from '@expertconnect/contract/desk'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { isSession } from '../../domain/bookings/booking.ts'
import { invalid, Refused } from '../../base/problem.ts'
import type { OfExpert } from '../../storage/port/bookings.ts'
import { type Claims, readInstant } from './claims.ts'
import { readPlace, writeCursor } from '../../base/cursors.ts'
import { demandExpert } from '../../base/demand.ts'
import { presentBooking } from './present.ts'

const perPage = 50

/** The sessions that were booked with an expert, for that expert. */
export function createDeskBookings(
  { storage, clock, tokens }: Pick<Deps, 'storage' | 'clock' | 'tokens'>,
  claims: Claims,
) {
  function choose({ scope, from, to }: DeskBookingsQuery): OfExpert['chosen'] {
    if (from === undefined && to === undefined) return { scope: scope ?? 'upcoming', now: clock() }
    if (scope !== undefined) throw invalid('#/scope', 'Not together with from and to')
    if (from === undefined) throw invalid('#/from', 'Goes with to')
    if (to === undefined) throw invalid('#/to', 'Goes with from')
    const range = { from: readInstant(from, '#/from'), to: readInstant(to, '#/to') }
    if (range.to <= range.from) throw invalid('#/to', 'Must lie behind from')
    return range
  }

  return {
    async list(
      actor: Actor,
      query: DeskBookingsQuery,
    ): Promise<{ items: Booking[]; nextCursor?: string }> {
      const expert = await claims.expertOf(demandExpert(actor).expertId)
      const now = clock()
      const { items: bookings, next } = await storage.bookings.listOfExpert({
        expertId: expert.id,
        chosen: choose(query),
        after: query.cursor === undefined ? undefined : readPlace(query.cursor),
        limit: query.limit ?? perPage,
      })
      const items = bookings.map((record) => presentBooking(record, expert, now, ['expert']))
      return { items, ...(next ? { nextCursor: writeCursor([next.startsAt, next.id]) } : {}) }
    },

    /** With the expert's own link to it. */
    async read(actor: Actor, id: string): Promise<{ booking: Booking; manageToken: string }> {
      const { expertId } = demandExpert(actor)
      const record = await storage.bookings.find(id)
      if (!isSession(record) || record.expertId !== expertId) throw new Refused('not_found')
      const expert = await claims.expertOf(expertId)
      return {
        booking: presentBooking(record, expert, clock(), ['expert']),
        manageToken: tokens.forExpert(record),
      }
    },
  }
}
