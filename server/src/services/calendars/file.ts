import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { isBooking, type BookingRecord } from '../../domain/bookings/booking.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { formatInstant, minute, plus } from '../../domain/time/instant.ts'
import { Refused } from '../../base/problem.ts'
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
      const opens = deps.tokens.opensCalendar(ticket, id, deps.clock())
      const record = opens ? await deps.storage.bookings.find(id) : null
      if (!isBooking(record)) throw new Refused('not_found')
      return calendarFile(record, await expertOf(deps.storage, record.expertId), publicUrl())
    },
  }
}

/**
 * RFC 5545. One UID for life and a SEQUENCE that rises with every change, so that importing it again updates the
 * entry. It holds no manage token: calendars are shared and synchronised.
 */
function calendarFile(record: BookingRecord, expert: Expert, publicUrl: string): string {
  const calendar = ical({
    prodId: { company: 'ExpertConnect', product: 'ExpertConnect' },
    method: ICalCalendarMethod.PUBLISH,
  })
  const page = `${publicUrl}/b/${record.id}`
  calendar.createEvent({
    id: `${record.id}@${new URL(publicUrl).hostname}`,
    sequence: record.version,
    stamp: new Date(record.state === 'cancelled' ? record.cancelledAt : record.bookedAt),
    start: new Date(record.startsAt),
    end: new Date(record.endsAt),
    summary: `Video session with ${expert.name}`,
    description: `${expert.headline}\n\nOpen your booking in the browser that you booked with, or by your private link:\n${page}`,
    location: 'In your browser',
    url: page,
    status: record.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
