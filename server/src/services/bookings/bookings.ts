import type {
  Booking,
  BookingCreated,
  BookingInput,
  Party,
} from '@expertconnect/contract/bookings/shapes'
import type { Actor } from '../../base/actor.ts'
import { demandExpert, demandPerson } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import {
  type BookedRecord,
  type HeldRecord,
  isBooking,
  type BookingRecord,
} from '../../domain/bookings/booking.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { formatInstant, type Instant } from '../../domain/time/instant.ts'
import { book } from '../../domain/bookings/transitions.ts'
import { Refused } from '../../base/problem.ts'
import type { Answer, ClaimOutcome } from '../../storage/port/bookings.ts'
import { readInstant } from '../../base/input.ts'
import type { Welcome } from '../welcome/welcome.ts'
import { type Attempt, createAttempt } from './attempt.ts'
import { bookingsPerMaker, type CeilingRules } from './ceilings.ts'
import { type Claims, keyOf } from './claims.ts'
import type { Demand } from './demand.ts'
import { demandParties, type Parties } from './parties.ts'
import { demandListed, expertOf } from '../experts/find.ts'
import { presentLive } from './live.ts'
import { presentBooking } from './present.ts'

/** Making and reading bookings; how one is tried for is in `attempt.ts`, changing them in `changes.ts`. */
export function createBookings(
  deps: Deps,
  claims: Claims,
  ceilings: CeilingRules,
  demand: Demand,
  welcome: Welcome,
) {
  const { storage, clock, tokens } = deps
  const attempt = createAttempt(deps, claims, ceilings)

  function answer(record: BookingRecord, expert: Expert, now: Instant) {
    return {
      booking: presentBooking(record, expert, now, ['customer']),
      manageToken: tokens.forCustomer(record),
    }
  }

  function replay(
    { record, answeredAt, fingerprint }: Answer,
    expected: string,
    expert: Expert,
  ): BookingCreated {
    if (fingerprint !== expected) throw new Refused('key_reused')
    if (record.state === 'held') throw kept(record, answeredAt)
    if (!isBooking(record)) throw new Refused('key_reused')
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

  /** What became of an attempt, for whoever made it. */
  async function conclude(
    outcome: ClaimOutcome<BookedRecord | HeldRecord>,
    { expert, input, startsAt, key }: Pick<Attempt, 'expert' | 'input' | 'startsAt' | 'key'>,
  ): Promise<BookingCreated | 'stale_schedule'> {
    switch (outcome.kind) {
      case 'done':
        if (outcome.record.state === 'held') throw kept(outcome.record, clock())
        return answer(outcome.record, expert, outcome.record.bookedAt)
      case 'replayed':
        return replay(outcome.answer, key.fingerprint, expert)
      case 'stale_schedule':
        return outcome.kind
      case 'taken':
      case 'hold_gone':
        throw await claims.slotTaken(expert, startsAt, input.minutes)
      case 'unproved':
        throw ceilings.unproved()
      case 'too_many':
        throw tooManyBookings()
      case 'key_reused':
        throw new Refused('key_reused')
    }
  }

  return {
    /** `known`: by what a browser shows that an address was proved in it. */
    async create(
      actor: Actor,
      { solution, ...input }: BookingInput,
      idempotencyKey: string,
      known?: string,
    ) {
      const key = keyOf(idempotencyKey, input)
      const startsAt = readInstant(input.startsAt, '#/startsAt')
      const origin = ceilings.originOf(actor, input.customer.email, known)
      return claims.withSchedule(input.expertId, async (expert) => {
        const asked = { actor, expert, input, startsAt, origin, key }
        const outcome = await claims.unlessAnswered(expert.id, key, async () => {
          demandListed(expert)
          const hold = await findHold(input, startsAt)
          await welcome.demand(expert.id, actor, { emails: [input.customer.email], hold })
          // Whoever has a hold has done the work for it.
          if (!hold) await demand.demandWork(actor, origin, expert.id, solution)
          const held = await attempt(asked, hold)
          return held.kind === 'hold_gone' ? attempt(asked, null) : held
        })
        return conclude(outcome, asked)
      })
    },

    /** Makes a booking of what is kept, for whoever has proved the address that it was asked for with. */
    async confirm(actor: Actor, id: string, idempotencyKey: string): Promise<BookingCreated> {
      const { email } = demandPerson(actor)
      const maker = ceilings.makerOf(email)
      const key = keyOf(idempotencyKey, { confirm: id })
      const find = async () => {
        const record = await storage.bookings.find(id)
        if (!record) throw new Refused('not_found')
        return { record }
      }
      return claims.withRecord(find, async ({ record }, expert) => {
        // Confirmed already, maybe from the link in the mail: all the same to whoever asks.
        if (isBooking(record) && ceilings.makerOf(record.customer.email) === maker) {
          return answer(record, expert, clock())
        }
        const now = clock()
        if (record.state !== 'held' || !record.pending || record.expiresAt <= now) throw gone()
        if (ceilings.makerOf(record.pending.customer.email) !== maker) throw gone()
        const { customer } = record.pending
        await welcome.demand(expert.id, actor, { emails: [customer.email], hold: record })
        const terms = { ...record.pending, network: record.network, maker }
        const outcome = await storage.bookings.confirm(book(record, record, terms, now), {
          now,
          scheduleVersion: expert.schedule.version,
          key,
          ceilings: deps.limits ? { bookings: bookingsPerMaker } : undefined,
          before: record,
        })
        switch (outcome.kind) {
          case 'done':
            return answer(outcome.record, expert, now)
          case 'stale_schedule':
            return outcome.kind
          case 'too_many':
            throw tooManyBookings()
          case 'replayed':
          case 'key_reused':
            throw new Refused('key_reused')
          case 'taken':
          case 'hold_gone':
          case 'unproved':
            throw gone()
        }
      })
    },

    /** For whoever may see it; to everyone else it does not exist. */
    async read(actor: Actor, id: string): Promise<{ booking: Booking }> {
      const { record, parties } = await findVisible(deps, actor, id)
      const expert = await expertOf(storage, record.expertId)
      const now = clock()
      return { booking: await presentLive(deps, record, expert, now, parties) }
    },

    /** What a link leads to, and whose it is. The customer's is void when `tokenVersion` has become another one. */
    async readByLink(
      actor: Actor,
      id: string,
    ): Promise<Pick<BookingRecord, 'version' | 'tokenVersion'> & { link: Party }> {
      const { record, parties } = await findVisible(deps, actor, id)
      return { version: record.version, tokenVersion: record.tokenVersion, link: parties[0] }
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
      const now = clock()
      return {
        booking: await presentLive(deps, record, expert, now, ['expert']),
        manageToken: tokens.forExpert(record),
      }
    },
  }
}

function tooManyBookings(): Refused {
  return new Refused('too_many', {
    detail: `You have ${bookingsPerMaker} upcoming sessions. Cancel one first.`,
    retryAfterSeconds: 3600,
  })
}

/** Nothing is booked yet, and nobody else can have the time. */
function kept({ id, expiresAt }: HeldRecord, now: Instant): Refused {
  return new Refused('proof_needed', {
    detail: 'The time is held for you. It is yours as soon as you have confirmed your address.',
    kept: { id, expiresAt: formatInstant(expiresAt), now: formatInstant(now) },
  })
}

function gone(): Refused {
  return new Refused('not_found', { detail: 'This time is no longer held.' })
}

/** The booking and as whom the actor comes to it. What is none of theirs does not exist: not by a wrong token either. */
export async function findVisible(
  { storage, tokens, clock }: Pick<Deps, 'storage' | 'tokens' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<{ record: BookingRecord; parties: Parties }> {
  const record = await storage.bookings.find(id)
  if (!isBooking(record)) throw new Refused('not_found')
  return { record, parties: demandParties(tokens, actor, record, clock()) }
}
