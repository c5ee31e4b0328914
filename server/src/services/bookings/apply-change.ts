import type { BookingChange } from '@expertconnect/contract/bookings/changes'
import type { BookingAction, Party } from '@expertconnect/contract/bookings/shapes'
import type { ProblemCode } from '@expertconnect/contract/problems'
import type { Deps } from '../../base/deps.ts'
import type { BookedRecord, BookingRecord, Span } from '../../domain/bookings/booking.ts'
import { longerSpan, refuseMoreTime } from '../../domain/calls/more-time.ts'
import { refuseAction } from '../../domain/bookings/policy.ts'
import { dropMore, lengthen, offerMore } from '../../domain/bookings/more-time.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { spanOf } from '../../domain/schedules/starts.ts'
import { cancel, correct, move, propose, withdraw } from '../../domain/bookings/transitions.ts'
import { invalid, Refused } from '../../base/problem.ts'
import { readInstant } from '../../base/input.ts'
import { reasonNeeded } from './cancellations.ts'
import type { Claims } from './claims.ts'
import { moreTimeTaken } from './more-time.ts'
import type { Parties } from './parties.ts'

type ChangeWith<K extends keyof BookingChange> = Extract<
  BookingChange,
  { [P in K]: NonNullable<unknown> | null }
>

/** What a change makes of a booking, and as whom it is made. */
interface Applied {
  readonly next: BookingRecord
  readonly by: Party
}

/** What a change makes of a booking, before anything is stored. */
export function createApplyChange({ storage, clock }: Deps, claims: Claims) {
  /** Proposed times are not kept free, but what is taken already is not worth asking for. */
  async function isFree(expert: Expert, booking: BookedRecord, { startsAt, until }: Span) {
    const near = await storage.bookings.listOccupied(expert.id, {
      from: startsAt,
      to: until,
      now: clock(),
    })
    return near.every(({ id }) => id === booking.id)
  }

  function applyMove(
    record: BookingRecord,
    expert: Expert,
    change: ChangeWith<'startsAt'>,
    parties: Parties,
  ): Applied {
    const startsAt = readInstant(change.startsAt, '#/startsAt')
    const minutes = change.minutes ?? record.minutes
    const isProposed = isProposedTime(record, startsAt, minutes)
    const action = isProposed ? 'accept' : 'reschedule'
    const { booking, party } = demandAction(record, parties, action, clock())
    demandOther(booking, startsAt, minutes, '#/startsAt')
    if (isProposed) claims.demandProposed(expert, startsAt, minutes)
    else claims.demandStart(expert, startsAt, minutes)
    const next = move(booking, minutes, spanOf(expert.schedule, startsAt, minutes))
    return { next, by: party }
  }

  async function applyProposal(
    record: BookingRecord,
    expert: Expert,
    { proposal }: ChangeWith<'proposal'>,
    parties: Parties,
  ): Promise<Applied> {
    const now = clock()
    if (proposal === null) {
      const { booking, party } = demandAction(record, parties, 'decline', now)
      return { next: withdraw(booking), by: party }
    }
    const { booking, party } = demandAction(record, parties, 'propose', now)
    const startsAt = readInstant(proposal.startsAt, '#/proposal/startsAt')
    const minutes = proposal.minutes ?? booking.minutes
    demandOther(booking, startsAt, minutes, '#/proposal/startsAt')
    claims.demandProposed(expert, startsAt, minutes)
    const span = spanOf(expert.schedule, startsAt, minutes)
    if (!(await isFree(expert, booking, span))) {
      throw await claims.slotTaken(expert, startsAt, minutes)
    }
    const note = proposal.note ? { note: proposal.note } : {}
    const asked = { startsAt, endsAt: span.endsAt, minutes, ...note, proposedAt: now }
    return { next: propose(booking, asked), by: party }
  }

  /** Offered, it is not kept free either. */
  async function applyMoreTime(
    record: BookingRecord,
    expert: Expert,
    { moreTime: step }: ChangeWith<'moreTime'>,
    parties: Parties,
  ): Promise<Applied> {
    const now = clock()
    const { schedule } = expert
    const sides = parties.filter((party) => party !== 'admin')
    const { booking, party } = demandParty(record, sides, (side) =>
      refuseMoreTime(record, schedule, side, step, now),
    )
    if (step === 'drop') return { next: dropMore(booking), by: party }
    const span = longerSpan(booking, schedule)
    if (step === 'accept') return { next: lengthen(booking, span), by: party }
    if (!(await isFree(expert, booking, span))) throw moreTimeTaken()
    return { next: offerMore(booking, party, now), by: party }
  }

  /** The record as the change makes it; throws what speaks against it. */
  return async function apply(
    record: BookingRecord,
    expert: Expert,
    change: BookingChange,
    parties: Parties,
  ): Promise<Applied> {
    const now = clock()
    if (change.status === 'cancelled') {
      const { booking, party } = demandAction(record, parties, 'cancel', now)
      if (party !== 'customer' && !change.reason) throw reasonNeeded('#/reason')
      return { next: cancel(booking, change.reason, now, party), by: party }
    }
    if (change.moreTime !== undefined) return applyMoreTime(record, expert, change, parties)
    if (change.proposal !== undefined) return applyProposal(record, expert, change, parties)
    if (change.startsAt !== undefined) return applyMove(record, expert, change, parties)
    const { booking, party } = demandAction(record, parties, 'correct', now)
    if (change.topic === undefined && Object.keys(change.customer ?? {}).length === 0) {
      throw invalid(
        '#',
        'Say what to change: status, startsAt, proposal, moreTime, customer or topic',
      )
    }
    return { next: correct(booking, change, now), by: party }
  }
}

/** As which of the parties the action is taken: the first that may. Throws the reason if none of them may. */
function demandAction(
  record: BookingRecord,
  parties: Parties,
  action: BookingAction,
  now: Instant,
): { booking: BookedRecord; party: Party } {
  return demandParty(record, parties, (party) => refuseAction(record, party, action, now))
}

function demandParty<P extends Party>(
  record: BookingRecord,
  parties: readonly P[],
  refusalOf: (party: P) => ProblemCode | null,
): { booking: BookedRecord; party: P } {
  const tried = parties.map((party) => ({ party, refusal: refusalOf(party) }))
  const allowed = tried.find(({ refusal }) => refusal === null)
  if (allowed && record.state === 'booked') return { booking: record, party: allowed.party }
  // Of several reasons, why it cannot be now says more than whose it never is.
  const { refusal } = tried.find((each) => each.refusal !== 'forbidden') ?? { refusal: null }
  throw new Refused(refusal ?? 'forbidden')
}

function isProposedTime(record: BookingRecord, startsAt: Instant, minutes: number): boolean {
  if (record.state !== 'booked' || !record.proposal) return false
  return record.proposal.startsAt === startsAt && record.proposal.minutes === minutes
}

function demandOther(
  booking: BookedRecord,
  startsAt: Instant,
  minutes: number,
  pointer: string,
): void {
  if (startsAt !== booking.startsAt || minutes !== booking.minutes) return
  throw invalid(pointer, 'The booking is already at this time')
}
