import type { BookingChange } from '@expertconnect/contract/bookings/changes'
import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { isBooking, type BookingRecord } from '../../domain/bookings/booking.ts'
import { readdressableFrom } from '../../domain/bookings/readdressing.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { formatInstant, type Instant } from '../../domain/time/instant.ts'
import { Refused } from '../../base/problem.ts'
import { emailKey } from '../../domain/people/person.ts'
import type { Answer, Ceilings } from '../../storage/port/bookings.ts'
import type { Welcome } from '../welcome/welcome.ts'
import { createApplyChange } from './apply-change.ts'
import { cancellationEntry } from './cancellations.ts'
import type { CeilingRules } from './ceilings.ts'
import { type Claims, keyOf } from './claims.ts'
import { demandParties, type Parties } from './parties.ts'
import { presentLive } from './live.ts'
import { moreTimeTaken } from './more-time.ts'

export interface Changed {
  booking: Booking
  manageToken?: string
}

/** Every change of a booking by whoever is a party of it, each in one write. What it may be is in `apply-change.ts`. */
export function createBookingChanges(
  deps: Deps,
  claims: Claims,
  ceilings: CeilingRules,
  welcome: Welcome,
) {
  const { storage, clock, tokens } = deps
  const apply = createApplyChange(deps, claims)

  async function answer(
    record: BookingRecord,
    expert: Expert,
    now: Instant,
    { parties, askedWith }: { parties: Parties; askedWith: number },
  ): Promise<Changed> {
    // The customer's link is for nobody else, not even with the key of the customer's own request.
    const isNewLink = record.tokenVersion !== askedWith && parties.includes('customer')
    return {
      booking: await presentLive(deps, record, expert, now, parties),
      ...(isNewLink ? { manageToken: tokens.forCustomer(record) } : {}),
    }
  }

  async function findForChange(actor: Actor, id: string, idempotencyKey: string) {
    const found = await storage.bookings.findWithAnswer(id, idempotencyKey)
    if (!found || !isBooking(found.record)) throw new Refused('not_found')
    const { record, answer: answered } = found
    // A correction of the address makes its own link void: its retry still comes with that link.
    const { tokenVersion } = answered ?? record
    const parties = demandParties(tokens, actor, { ...record, tokenVersion }, clock())
    return { record, answered, parties }
  }

  async function replay(
    answered: Answer,
    fingerprint: string,
    expert: Expert,
    parties: Parties,
  ): Promise<Changed> {
    const { record, answeredAt, tokenVersion } = answered
    if (answered.fingerprint !== fingerprint || !isBooking(record)) throw new Refused('key_reused')
    return answer(record, expert, answeredAt, { parties, askedWith: tokenVersion })
  }

  /** What an administrator does to the booking of others is in the trail. */
  function auditOf({ signedIn }: Actor, next: BookingRecord, expert: Expert) {
    if (!signedIn || next.state !== 'cancelled' || next.cancelledBy !== 'admin') return {}
    return { audit: cancellationEntry(deps, signedIn.person, next, expert) }
  }

  /** Whoever was blocked keeps what they have, where it is, and under the address that it has. */
  async function demandWelcome(actor: Actor, record: BookingRecord, next: BookingRecord) {
    const emails = [record.customer.email, next.customer.email]
    await welcome.demand(record.expertId, actor, { emails, record })
  }

  function demandNewAddress(
    { signedIn }: Actor,
    record: BookingRecord,
    next: BookingRecord,
    { schedule }: Expert,
  ): void {
    const isProved =
      signedIn !== null && emailKey(signedIn.person.email) === emailKey(next.customer.email)
    if (schedule.policy.proofRequired === true && !isProved) {
      throw new Refused('proof_needed', {
        detail:
          'This expert only meets people who have confirmed their address. Please sign in with the new one.',
      })
    }
    const now = clock()
    const from = readdressableFrom(record, now)
    if (from <= now) return
    throw new Refused('too_many', {
      detail:
        'The address of this session has been changed too often today. Please try again tomorrow.',
      retryAfterSeconds: Math.ceil((from - now) / 1000),
    })
  }

  return {
    async change(actor: Actor, id: string, change: BookingChange, idempotencyKey: string) {
      const { key, fingerprint } = keyOf(idempotencyKey, change)
      const find = () => findForChange(actor, id, idempotencyKey)
      return claims.withRecord(find, async (found, expert): Promise<Changed | 'stale_schedule'> => {
        const { record, answered, parties } = found
        if (answered) return replay(answered, fingerprint, expert, parties)
        if (record.version !== change.version) throw staleVersion(record)
        const { next, by } = await apply(record, expert, change, parties)
        const isMoved = next.startsAt !== record.startsAt || next.until !== record.until
        const isReaddressed = next.tokenVersion !== record.tokenVersion
        // Both have agreed: the expert welcomes it, and nobody keeps their time without their leave.
        const isAgreed = change.moreTime !== undefined
        if (by === 'customer' && !isAgreed && (isMoved || isReaddressed)) {
          await demandWelcome(actor, record, next)
        }
        if (isReaddressed) demandNewAddress(actor, record, next, expert)
        const now = clock()
        const store = (most: Ceilings | undefined) =>
          storage.bookings.change({
            next,
            now,
            before: record,
            by,
            ...(isMoved ? { scheduleVersion: expert.schedule.version } : {}),
            key: { key, fingerprint, tokenVersion: record.tokenVersion },
            ceilings: most,
            ...auditOf(actor, next, expert),
          })
        const isLonger = next.until - next.startsAt > record.until - record.startsAt
        const outcome = await (isLonger && by === 'customer' && !isAgreed
          ? ceilings.within('standing', expert, (most) =>
              // There is no booking more than before.
              store(most && { ...most, bookings: Infinity }),
            )
          : store(undefined))
        switch (outcome.kind) {
          case 'done':
            return answer(outcome.record, expert, now, { parties, askedWith: record.tokenVersion })
          case 'replayed':
            return replay(outcome.answer, fingerprint, expert, parties)
          case 'stale_schedule':
            return outcome.kind
          case 'taken':
            throw isAgreed
              ? moreTimeTaken()
              : await claims.slotTaken(expert, next.startsAt, next.minutes)
          case 'unproved':
            throw ceilings.unproved()
          case 'stale_version':
            throw staleVersion((await find()).record)
          case 'key_reused':
            throw new Refused('key_reused')
        }
      })
    },
  }
}

function staleVersion(record: BookingRecord): Refused {
  return new Refused('stale_version', {
    detail: `It is ${record.state} for ${formatInstant(record.startsAt)} now, version ${record.version}.`,
  })
}
