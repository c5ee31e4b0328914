import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import { isBooking } from '../../domain/bookings/booking.ts'
import { formatInstant, minute, plus } from '../../domain/time/instant.ts'
import { calendarFile } from '../../mail/calendar/entry.ts'
import { findVisible } from '../bookings/bookings.ts'
import { expertOf } from '../experts/find.ts'

const ticketLife = 5 * minute

/** The calendar entry of a booking, fetched by a short-lived ticket: a download carries no Authorization header. */
export function createCalendarFiles(deps: Deps, publicUrl: () => string) {
  return {
    async createTicket(actor: Actor, id: string) {
      await findVisible(deps, actor, id)
      const expiresAt = plus(deps.clock(), ticketLife)
      return {
        ticket: deps.tokens.forCalendar(id, expiresAt),
        expiresAt: formatInstant(expiresAt),
      }
    },

    async read(id: string, ticket: string): Promise<string> {
      const now = deps.clock()
      const opens = deps.tokens.opensCalendar(ticket, id, now)
      const booking = opens ? await deps.storage.bookings.find(id) : null
      if (!isBooking(booking)) throw new Refused('not_found')
      return calendarFile({
        booking,
        calendarDomain: deps.calendarDomain,
        // When the file was made, as RFC 5545 has it beside a METHOD. Whoever downloads it again means it.
        stamp: now,
        // Both sides can fetch it, and both calendars are shared: it says nothing of the customer.
        reader: 'customer',
        expert: await expertOf(deps.storage, booking.expertId),
        page: `${publicUrl()}/b/${booking.id}`,
      })
    },
  }
}
