import type { Attendance } from '@expertconnect/contract/bookings/attendance'
import type { Booking, Hold } from '@expertconnect/contract/bookings/shapes'
import {
  type BookingRecord,
  type CancelledRecord,
  type HeldRecord,
  type Proposal,
  priceOf,
} from '../../domain/bookings/booking.ts'
import { allowedActions, changeableUntil, statusOf } from '../../domain/bookings/policy.ts'
import type { Late, SaidLate } from '../../domain/bookings/late.ts'
import {
  disputableUntil,
  outcomeOf,
  refuseDispute,
  type Settlement,
  type Stay,
} from '../../domain/bookings/settlement.ts'
import { callRoleOf } from '../../domain/calls/entry.ts'
import { roomClosesAt, roomOpensAt } from '../../domain/calls/room.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { formatInstant, type Instant } from '../../domain/time/instant.ts'
import type { Parties } from './parties.ts'

/** A hold that an older version made keeps no rate: booked, it costs what its expert asks for now. */
export function presentHold(
  hold: HeldRecord,
  expert: Pick<Expert, 'hourlyRate'>,
  token: string,
  currency: string,
  now: Instant,
): Hold {
  return {
    id: hold.id,
    price: { amount: priceOf(hold.hourlyRate ?? expert.hourlyRate, hold.minutes), currency },
    token,
    version: hold.version,
    startsAt: formatInstant(hold.startsAt),
    endsAt: formatInstant(hold.endsAt),
    expiresAt: formatInstant(hold.expiresAt),
    renewable: !hold.renewed,
    now: formatInstant(now),
  }
}

/**
 * As the first of `seenBy` sees it, with what all of them may do. A replayed answer is presented as of `now` = the
 * instant of the first one.
 */
export function presentBooking(
  record: BookingRecord,
  expert: Expert,
  now: Instant,
  seenBy: Parties,
): Booking {
  const { phone, ...customer } = record.customer
  return {
    id: record.id,
    version: record.version,
    status: statusOf(record, now),
    expert: {
      id: expert.id,
      slug: expert.slug,
      name: expert.name,
      headline: expert.headline,
      photoUrl: expert.photoUrl,
      timeZone: expert.schedule.timeZone,
    },
    startsAt: formatInstant(record.startsAt),
    endsAt: formatInstant(record.endsAt),
    minutes: record.minutes,
    price: { amount: priceOf(record.hourlyRate, record.minutes), currency: record.currency },
    ...(record.topic ? { topic: record.topic } : {}),
    customer: phone ? { ...customer, phone } : customer,
    timeZone: record.timeZone,
    createdAt: formatInstant(record.bookedAt),
    changeableUntil: formatInstant(changeableUntil(record)),
    roomOpensAt: formatInstant(roomOpensAt(record)),
    roomClosesAt: formatInstant(roomClosesAt(record)),
    ...(record.state === 'cancelled' ? presentCancellation(record) : {}),
    ...(record.state === 'booked' && record.proposal
      ? { proposal: presentProposal(record.proposal) }
      : {}),
    ...(record.state === 'booked' && record.late && now < roomClosesAt(record)
      ? { late: presentLate(record.late) }
      : {}),
    ...(record.state === 'booked' && record.settlement
      ? { attendance: presentAttendance(record.settlement, seenBy, now) }
      : {}),
    seenAs: seenBy[0],
    allowedActions: allowedActions(record, seenBy, now),
  }
}

function presentCancellation({ cancelledBy, cancelReason }: CancelledRecord) {
  return { cancelledBy, ...(cancelReason ? { cancelReason } : {}) }
}

function presentProposal({ startsAt, endsAt, minutes, note, proposedAt }: Proposal) {
  return {
    startsAt: formatInstant(startsAt),
    endsAt: formatInstant(endsAt),
    minutes,
    ...(note ? { note } : {}),
    proposedAt: formatInstant(proposedAt),
  }
}

function presentAttendance(settlement: Settlement, seenBy: Parties, now: Instant): Attendance {
  const { stays, disputes = [], decision } = settlement
  const role = callRoleOf(seenBy)
  return {
    outcome: outcomeOf(settlement),
    stays: { customer: stays.customer.map(presentStay), expert: stays.expert.map(presentStay) },
    disputableUntil: formatInstant(disputableUntil(settlement)),
    disputable: role !== null && refuseDispute({ settlement }, role, now) === null,
    disputes: disputes.map(({ by, word, at }) => ({ by, word, at: formatInstant(at) })),
    ...(decision
      ? {
          decision: {
            ...(decision.word === undefined ? {} : { word: decision.word }),
            at: formatInstant(decision.at),
          },
        }
      : {}),
  }
}

function presentStay({ from, to }: Stay) {
  return { from: formatInstant(from), to: formatInstant(to) }
}

/** How late one side says that it comes. */
export function presentSaidLate({ minutes, word }: SaidLate) {
  return { ...(minutes === undefined ? {} : { minutes }), ...(word ? { word } : {}) }
}

function presentLate(late: Late): NonNullable<Booking['late']> {
  const sides = Object.entries(late).map(([role, said]) => [
    role,
    { ...presentSaidLate(said), at: formatInstant(said.at) },
  ])
  return Object.fromEntries(sides) as NonNullable<Booking['late']>
}
