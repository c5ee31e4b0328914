import type { BookingAction, BookingStatus } from '@expertconnect/contract/bookings'
import type { ProblemCode } from '@expertconnect/contract/problems'
import type { SessionRecord } from './booking.ts'
import { type Instant, minute, plus } from './instant.ts'

const roomOpensMinutes = 10

/** A booking is completed when its end has passed: derived on reading, never stored. */
export function statusOf(record: SessionRecord, now: Instant): BookingStatus {
  if (record.state === 'cancelled') return 'cancelled'
  return record.endsAt <= now ? 'completed' : 'booked'
}

/** The last instant at which the customer may cancel or move it. */
export function changeableUntil(record: SessionRecord): Instant {
  return plus(record.startsAt, -record.cancellationMinutes * minute)
}

export function roomOpensAt(record: SessionRecord): Instant {
  return plus(record.startsAt, -roomOpensMinutes * minute)
}

/** Why the customer may not do that at `now`; null if they may. Mistakes may be corrected up to the end. */
export function refuseAction(
  record: SessionRecord,
  action: BookingAction,
  now: Instant,
): Extract<ProblemCode, 'too_late' | 'not_changeable'> | null {
  if (statusOf(record, now) !== 'booked') return 'not_changeable'
  if (action === 'correct') return null
  return now > changeableUntil(record) ? 'too_late' : null
}

export function allowedActions(record: SessionRecord, now: Instant): BookingAction[] {
  const actions: readonly BookingAction[] = ['cancel', 'reschedule', 'correct']
  return actions.filter((action) => refuseAction(record, action, now) === null)
}
