import type { BookingInput } from '@expertconnect/contract/bookings/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import {
  type BookedRecord,
  type HeldRecord,
  type Origin,
  priceOf,
  type Terms,
} from '../../domain/bookings/booking.ts'
import { book } from '../../domain/bookings/transitions.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { spanOf } from '../../domain/schedules/starts.ts'
import { type Instant, minute, plus } from '../../domain/time/instant.ts'
import type { Ceilings, ClaimOutcome, Key } from '../../storage/port/bookings.ts'
import type { CeilingRules } from './ceilings.ts'
import type { Claims } from './claims.ts'

/** So long a provisional booking is kept: enough to look for a mail. */
const provisionalMs = 15 * minute

/** What one attempt at a booking goes by. */
export interface Attempt {
  readonly actor: Actor
  readonly expert: Expert
  readonly input: BookingInput
  readonly startsAt: Instant
  readonly origin: Origin
  readonly key: Key
}

/** One attempt at a booking, with the expert as they are at this moment. */
export function createAttempt(deps: Deps, claims: Claims, ceilings: CeilingRules) {
  const { storage, clock, tokens } = deps

  /** What was shown when the hold was made stands, whatever the expert asks for by now. */
  function demandPrice(input: BookingInput, hourlyRate: number): void {
    const price = { amount: priceOf(hourlyRate, input.minutes), currency: deps.currency }
    const { price: seen } = input
    if (!seen || (seen.amount === price.amount && seen.currency === price.currency)) return
    throw new Refused('price_changed', {
      price,
      detail: 'Nothing was booked at the price you saw.',
    })
  }

  /** The time and the terms of what is asked for. */
  function agree(expert: Expert, input: BookingInput, startsAt: Instant, hold: HeldRecord | null) {
    // The price was shown for these minutes, and the gap was kept free with the hold: both stand as they were, also
    // where the expert has paused since or has other hours now.
    const sameAsHeld = hold?.minutes === input.minutes
    const span = sameAsHeld ? hold : spanOf(expert.schedule, startsAt, input.minutes)
    if (!sameAsHeld) claims.demandStart(expert, startsAt, input.minutes)
    const hourlyRate = hold?.hourlyRate ?? expert.hourlyRate
    demandPrice(input, hourlyRate)
    const terms: Terms = {
      customer: input.customer,
      ...(input.topic ? { topic: input.topic } : {}),
      timeZone: input.timeZone,
      hourlyRate,
      currency: deps.currency,
      cancellationMinutes: expert.schedule.policy.cancellationMinutes,
    }
    const { startsAt: from, endsAt, until } = span
    return { time: { startsAt: from, endsAt, until, minutes: input.minutes }, terms }
  }

  /**
   * Books, from the hold or from nothing; or keeps the time, where proof is needed first. What speaks against the start or
   * the price is thrown.
   */
  async function attempt(
    asked: Attempt,
    hold: HeldRecord | null,
  ): Promise<ClaimOutcome<BookedRecord | HeldRecord>> {
    const { expert, input, startsAt, origin } = asked
    const { time, terms } = agree(expert, input, startsAt, hold)
    const now = clock()
    const begun = hold ?? { id: deps.newId(), expertId: expert.id, version: 0, createdAt: now }
    const isProved = origin.maker === ceilings.makerOf(input.customer.email)
    if (expert.schedule.policy.proofRequired === true && !isProved) {
      return keepFor(asked, hold, { time, terms })
    }
    const booking: BookedRecord = book(begun, time, { ...terms, ...origin }, now)
    const store = (most: Ceilings | undefined) => {
      const guard = {
        now,
        scheduleVersion: expert.schedule.version,
        key: asked.key,
        ceilings: most,
      }
      return hold
        ? storage.bookings.confirm(booking, { ...guard, before: hold })
        : storage.bookings.claim(booking, guard)
    }
    const outcome = await ceilings.within('standing', expert, store)
    if (outcome.kind !== 'unproved') return outcome
    // Where no mail is read, nobody can prove an address: there is the wider ceiling alone.
    if (!deps.mailIsRead) return ceilings.within('passing', expert, store)
    return keepFor(asked, hold, { time, terms })
  }

  /** Keeps the time until the customer has proved their address. */
  async function keepFor(
    { actor, expert, origin, key }: Attempt,
    hold: HeldRecord | null,
    { time, terms }: ReturnType<typeof agree>,
  ): Promise<ClaimOutcome<HeldRecord>> {
    if (!deps.mailIsRead) throw ceilings.unproved()
    const now = clock()
    const { hourlyRate } = terms
    // Details that are mended keep it no longer.
    const expiresAt = hold?.pending ? hold.expiresAt : plus(now, provisionalMs)
    const kept = { expiresAt, renewed: true, pending: terms, hourlyRate, ...time }
    const scheduleVersion = expert.schedule.version
    if (hold) {
      const next: HeldRecord = { ...hold, ...kept, version: hold.version + 1 }
      const changed = await ceilings.within('passing', expert, (most) =>
        storage.bookings.change({ next, now, before: hold, scheduleVersion, ceilings: most }),
      )
      return changed.kind === 'stale_version' ? { kind: 'hold_gone' } : changed
    }
    const record: HeldRecord = {
      state: 'held',
      id: deps.newId(),
      expertId: expert.id,
      version: 1,
      createdAt: now,
      holder: tokens.pseudonym(actor.address),
      ...origin,
      ...kept,
    }
    return ceilings.within('passing', expert, (most) =>
      storage.bookings.hold(record, { now, scheduleVersion, key, ceilings: most }),
    )
  }

  return attempt
}
