import type { Booking, BookingChange } from '@expertconnect/contract/bookings'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { type BookedRecord, isSession, type SessionRecord } from '../domain/booking.ts'
import { refuseAction } from '../domain/booking-policy.ts'
import type { Expert } from '../domain/expert.ts'
import { formatInstant, type Instant } from '../domain/instant.ts'
import { spanOf } from '../domain/starts.ts'
import { cancel, correct, move } from '../domain/transitions.ts'
import { invalid, Refused } from '../problem.ts'
import type { Answer } from '../storage/port.ts'
import { isOwn } from './bookings.ts'
import { type Claims, keyOf, readInstant } from './claims.ts'
import { presentBooking } from './present.ts'

export interface Changed {
  booking: Booking
  manageToken?: string
}

/** Cancelling, moving and correcting a booking, each in one write. */
export function createBookingChanges(deps: Deps, claims: Claims) {
  const { storage, clock, tokens } = deps

  function answer(record: SessionRecord, expert: Expert, now: Instant, askedWith: number): Changed {
    return {
      booking: presentBooking(record, expert, now),
      ...(record.tokenVersion === askedWith ? {} : { manageToken: tokens.forCustomer(record) }),
    }
  }

  async function findSession(id: string): Promise<SessionRecord> {
    const record = await storage.findRecord(id)
    if (!isSession(record)) throw new Refused('not_found')
    return record
  }

  async function findForChange(actor: Actor, id: string, idempotencyKey: string) {
    const record = await findSession(id)
    // Read after the record: the same request, sent twice, must not take its own change for somebody else's.
    const answered = await storage.findAnswer({ bookingId: id }, idempotencyKey)
    // A correction of the address makes its own link void: its retry still comes with that link.
    const { tokenVersion } = answered ?? record
    const mayChange = tokens.opensBooking(actor.token, { id, tokenVersion }) || isOwn(actor, record)
    if (!mayChange) throw new Refused('not_found')
    return { record, answered }
  }

  function replay(answered: Answer, fingerprint: string, expert: Expert): Changed {
    const { record, answeredAt, tokenVersion } = answered
    if (answered.fingerprint !== fingerprint || !isSession(record)) throw new Refused('key_reused')
    return answer(record, expert, answeredAt, tokenVersion)
  }

  /** The record as the change makes it; throws what speaks against it. */
  function apply(record: SessionRecord, expert: Expert, change: BookingChange): SessionRecord {
    const now = clock()
    if (change.status === 'cancelled') {
      return cancel(demandAction(record, 'cancel', now), change.reason, now)
    }
    if (change.startsAt !== undefined) {
      const booking = demandAction(record, 'reschedule', now)
      const minutes = change.minutes ?? booking.minutes
      const startsAt = readInstant(change.startsAt, '#/startsAt')
      if (startsAt === booking.startsAt && minutes === booking.minutes) {
        throw invalid('#/startsAt', 'The booking is at this time already')
      }
      claims.demandStart(expert, startsAt, minutes)
      return move(booking, minutes, spanOf(expert.schedule, startsAt, minutes))
    }
    const booking = demandAction(record, 'correct', now)
    if (change.topic === undefined && Object.keys(change.customer ?? {}).length === 0) {
      throw invalid('#', 'Say what to change: status, startsAt, customer or topic')
    }
    return correct(booking, change)
  }

  return {
    async change(actor: Actor, id: string, change: BookingChange, idempotencyKey: string) {
      const { expertId } = await findSession(id)
      const { key, fingerprint } = keyOf(idempotencyKey, change)
      return claims.withSchedule(expertId, async (expert): Promise<Changed | 'stale_schedule'> => {
        const { record, answered } = await findForChange(actor, id, idempotencyKey)
        if (answered) return replay(answered, fingerprint, expert)
        if (record.version !== change.version) throw staleVersion(record)
        const next = apply(record, expert, change)
        const now = clock()
        const outcome = await storage.changeRecord({
          next,
          now,
          ...(next.startsAt === record.startsAt && next.until === record.until
            ? {}
            : { scheduleVersion: expert.schedule.version }),
          key: { key, fingerprint, tokenVersion: record.tokenVersion },
        })
        switch (outcome.kind) {
          case 'done':
            return answer(outcome.record, expert, now, record.tokenVersion)
          case 'replayed':
            return replay(outcome.answer, fingerprint, expert)
          case 'stale_schedule':
            return outcome.kind
          case 'taken':
            throw await claims.slotTaken(expert, next.startsAt, next.minutes)
          case 'stale_version':
            throw staleVersion((await findForChange(actor, id, idempotencyKey)).record)
          case 'key_reused':
            throw new Refused('key_reused')
        }
      })
    },
  }
}

function demandAction(
  record: SessionRecord,
  action: Parameters<typeof refuseAction>[1],
  now: Instant,
): BookedRecord {
  const refusal = refuseAction(record, action, now)
  if (refusal) throw new Refused(refusal)
  if (record.state !== 'booked') throw new Refused('not_changeable')
  return record
}

function staleVersion(record: SessionRecord): Refused {
  return new Refused('stale_version', {
    detail: `It is ${record.state} for ${formatInstant(record.startsAt)} now, version ${record.version}.`,
  })
}
