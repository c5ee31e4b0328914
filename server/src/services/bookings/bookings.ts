import type { Booking, BookingInput } from '@expertconnect/contract/bookings/shapes'
import type { Actor } from '../../base/actor.ts'
import { demandExpert } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import {
  type BookedRecord,
  type HeldRecord,
  isBooking,
  type BookingRecord,
} from '../../domain/bookings/booking.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { spanOf } from '../../domain/schedules/starts.ts'
import { book } from '../../domain/bookings/transitions.ts'
import { Refused } from '../../base/problem.ts'
import type { Answer } from '../../storage/port/bookings.ts'
import { readInstant } from '../../base/input.ts'
import { type Claims, keyOf } from './claims.ts'
import { demandParties, type Parties } from './parties.ts'
import { demandListed, expertOf } from '../experts/find.ts'
import { presentBooking } from './present.ts'

const liveBookingsPerAddress = 10

/** Making and reading bookings; changing them is in `booking-changes.ts`. */
export function createBookings(deps: Deps, claims: Claims) {
  const { storage, clock, tokens } = deps

  function answer(record: BookingRecord, expert: Expert, now: Instant) {
    return {
      booking: presentBooking(record, expert, now, ['customer']),
      manageToken: tokens.forCustomer(record),
    }
  }

  function replay({ record, answeredAt, fingerprint }: Answer, expected: string, expert: Expert) {
    if (fingerprint !== expected || !isBooking(record)) throw new Refused('key_reused')
    return answer(record, expert, answeredAt)
  }

  /** The live hold that the input's token opens. An expired or unknown one is no fault: a plain claim is tried. */
  async function findHold(input: BookingInput, startsAt: Instant): Promise<HeldRecord | null> {
    const { hold } = input
    if (!hold || !tokens.opensHold(hold.token, hold.id)) return null
    const record = await storage.bookings.find(hold.id)
    if (record?.state !== 'held' || record.expiresAt <= clock()) return null
    if (record.expertId !== input.expertId || record.startsAt !== startsAt) {
      throw new Refused('hold_mismatch')
    }
    return record
  }

  function claim(expert: Expert, input: BookingInput, startsAt: Instant, hold: HeldRecord | null) {
    const now = clock()
    const origin = hold ?? { id: deps.newId(), expertId: expert.id, version: 0, createdAt: now }
    // The price was shown for these minutes, and the gap was kept free with the hold: both stand as they were, also
    // where the expert has paused since or has other hours now.
    const sameAsHeld = hold?.minutes === input.minutes
    const span = sameAsHeld ? hold : spanOf(expert.schedule, startsAt, input.minutes)
    if (!sameAsHeld) claims.demandStart(expert, startsAt, input.minutes)
    const terms = {
      customer: input.customer,
      ...(input.topic ? { topic: input.topic } : {}),
      timeZone: input.timeZone,
      hourlyRate: expert.hourlyRate,
      currency: deps.currency,
      cancellationMinutes: expert.schedule.policy.cancellationMinutes,
    }
    return book(origin, { ...span, minutes: input.minutes }, terms, now)
  }

  return {
    async create(actor: Actor, input: BookingInput, idempotencyKey: string) {
      const key = keyOf(idempotencyKey, input)
      const startsAt = readInstant(input.startsAt, '#/startsAt')
      return claims.withSchedule(input.expertId, async (expert) => {
        const answered = await storage.bookings.findAnswer({ expertId: expert.id }, idempotencyKey)
        if (answered) return replay(answered, key.fingerprint, expert)
        demandListed(expert)

        const attempt = async (hold: HeldRecord | null) => {
          const booking: BookedRecord = claim(expert, input, startsAt, hold)
          const guard = {
            now: booking.bookedAt,
            scheduleVersion: expert.schedule.version,
            key,
            limit: deps.limits ? liveBookingsPerAddress : null,
          }
          return hold
            ? storage.bookings.confirm(booking, guard)
            : storage.bookings.claim(booking, guard)
        }

        const held = await attempt(await findHold(input, startsAt))
        const outcome = held.kind === 'hold_gone' ? await attempt(null) : held
        switch (outcome.kind) {
          case 'done':
            return answer(outcome.record, expert, outcome.record.bookedAt)
          case 'replayed':
            return replay(outcome.answer, key.fingerprint, expert)
          case 'stale_schedule':
            return outcome.kind
          case 'taken':
          case 'hold_gone':
            throw await claims.slotTaken(expert, startsAt, input.minutes)
          case 'too_many':
            throw new Refused('too_many', {
              detail: `There are ${liveBookingsPerAddress} upcoming bookings with this address. Cancel one first.`,
              retryAfterSeconds: 3600,
            })
          case 'key_reused':
            throw new Refused('key_reused')
        }
      })
    },

    /** For whoever may see it; to everyone else it does not exist. */
    async read(actor: Actor, id: string): Promise<{ booking: Booking }> {
      const { record, parties } = await findVisible(deps, actor, id)
      const expert = await expertOf(storage, record.expertId)
      return { booking: presentBooking(record, expert, clock(), parties) }
    },

    /** For the expert of it, with the expert's own link to it. */
    async readOfExpert(
      actor: Actor,
      id: string,
    ): Promise<{ booking: Booking; manageToken: string }> {
      const { expertId } = demandExpert(actor)
      const record = await storage.bookings.find(id)
      if (!isBooking(record) || record.expertId !== expertId) throw new Refused('not_found')
      const expert = await expertOf(storage, expertId)
      return {
        booking: presentBooking(record, expert, clock(), ['expert']),
        manageToken: tokens.forExpert(record),
      }
    },
  }
}

/** The booking and as whom the actor comes to it. What is none of theirs does not exist: not by a wrong token either. */
export async function findVisible(
  { storage, tokens }: Pick<Deps, 'storage' | 'tokens'>,
  actor: Actor,
  id: string,
): Promise<{ record: BookingRecord; parties: Parties }> {
  const record = await storage.bookings.find(id)
  if (!isBooking(record)) throw new Refused('not_found')
  return { record, parties: demandParties(tokens, actor, record) }
}
