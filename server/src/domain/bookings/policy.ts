import {
  type BookingAction,
  type BookingStatus,
  type Party,
  bookingActions,
} from '@expertconnect/contract/bookings/shapes'
import type { ProblemCode } from '@expertconnect/contract/problems'
import type { BookedRecord, BookingRecord } from './booking.ts'
import { isMissed } from './settlement.ts'
import { type Instant, minute, plus } from '../time/instant.ts'

/**
 * A booking is completed when its end has passed: derived on reading, not stored. It is missed only by what was found when
 * its room closed.
 */
export function statusOf(record: BookingRecord, now: Instant): BookingStatus {
  if (record.state === 'cancelled') return 'cancelled'
  if (isMissed(record)) return 'missed'
  return record.endsAt <= now ? 'completed' : 'booked'
}

/** The last instant at which the customer may cancel or move it. */
export function changeableUntil(record: BookingRecord): Instant {
  return plus(record.startsAt, -record.cancellationMinutes * minute)
}

type ActionRefusal = Extract<ProblemCode, 'forbidden' | 'too_late' | 'not_changeable'>

/** What speaks against an action, beside that the session is over or cancelled. */
type Rule = (booking: BookedRecord, now: Instant) => ActionRefusal | null

const whileBooked: Rule = () => null
const beforeTheWindow: Rule = (booking, now) => (now > changeableUntil(booking) ? 'too_late' : null)
const whileProposed: Rule = ({ proposal }) => (proposal ? null : 'not_changeable')
const beforeTheProposed: Rule = (booking, now) => {
  if (!booking.proposal) return 'not_changeable'
  return now > booking.proposal.startsAt ? 'too_late' : null
}

/** What is not named here, nobody may do. The window of cancelling binds customers: the others give a reason. */
const rules: Readonly<Record<Party, Partial<Record<BookingAction, Rule>>>> = {
  customer: {
    cancel: beforeTheWindow,
    reschedule: beforeTheWindow,
    correct: whileBooked,
    accept: beforeTheProposed,
    decline: whileProposed,
  },
  expert: { cancel: whileBooked, propose: whileBooked, decline: whileProposed },
  admin: { cancel: whileBooked },
}

/** Why this party may not do that at `now`; null if they may. */
export function refuseAction(
  record: BookingRecord,
  party: Party,
  action: BookingAction,
  now: Instant,
): ActionRefusal | null {
  const rule = rules[party][action]
  if (!rule) return 'forbidden'
  if (record.state !== 'booked' || statusOf(record, now) !== 'booked') return 'not_changeable'
  return rule(record, now)
}

/** What may be done at `now` by whoever is one of these parties, or several. */
export function allowedActions(
  record: BookingRecord,
  parties: readonly Party[],
  now: Instant,
): BookingAction[] {
  return bookingActions.filter((action) =>
    parties.some((party) => refuseAction(record, party, action, now) === null),
  )
}
