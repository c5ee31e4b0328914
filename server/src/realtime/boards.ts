import type { BookingUpdated } from '@expertconnect/contract/realtime'
import type { Committed, Span } from '../domain/bookings/booking.ts'
import { formatInstant } from '../domain/time/instant.ts'
import { clockAt, dateAt } from '../domain/time/wall-time.ts'

/** A committed change as strangers may hear of it: when, not who. */
export function toBookingUpdated(
  { kind, record, from }: Committed,
  timeZone: string,
): BookingUpdated {
  return {
    expertId: record.expertId,
    id: record.id,
    version: record.version,
    status: kind === 'corrected' ? 'booked' : kind,
    date: dateAt(timeZone, record.startsAt),
    timeSlot: clockAt(timeZone, record.startsAt),
    ...formatSpan(record),
    ...(record.state === 'held' ? { expiresAt: formatInstant(record.expiresAt) } : {}),
    ...(from ? { from: formatSpan(from) } : {}),
  }
}

function formatSpan(span: Span) {
  return {
    startsAt: formatInstant(span.startsAt),
    endsAt: formatInstant(span.endsAt),
    until: formatInstant(span.until),
  }
}
