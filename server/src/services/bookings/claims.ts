import { createHash } from 'node:crypto'
import type { Deps } from '../../base/deps.ts'
import type { SlotRecord } from '../../domain/bookings/booking.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { formatInstant, type Instant } from '../../domain/time/instant.ts'
import { nearestFree } from '../../domain/boards/next-free.ts'
import {
  bookableRange,
  refuseProposal,
  refuseStart,
  spanOf,
} from '../../domain/schedules/starts.ts'
import { Refused } from '../../base/problem.ts'
import type { Key, Replay } from '../../storage/port/bookings.ts'
import { expertOf, recalledExpert } from '../experts/find.ts'

/** What every claim of a slot shares: holds, bookings and moves go through here. */
export type Claims = ReturnType<typeof createClaims>

type Replayed = Extract<Replay, { readonly kind: 'replayed' }>

/** A schedule that keeps changing under a claim is given up on after so many tries. */
const tries = 3
const nearestSlots = 3

export function createClaims({ storage, clock }: Pick<Deps, 'storage' | 'clock'>) {
  async function withSchedule<T>(
    expertId: string,
    attempt: (expert: Expert) => Promise<T | 'stale_schedule'>,
  ): Promise<T> {
    for (let count = 0; count < tries; count++) {
      const look = count === 0 ? recalledExpert : expertOf
      const outcome = await attempt(await look(storage, expertId))
      if (outcome !== 'stale_schedule') return outcome
    }
    throw new Refused('unavailable', { retryAfterSeconds: 1 })
  }

  return {
    /** Throws the refusal if no session of that length can start then. */
    demandStart(expert: Expert, startsAt: Instant, minutes: number): void {
      const refusal = refuseStart(expert.schedule, startsAt, minutes, clock())
      if (refusal) throw new Refused(refusal)
    },

    /** The same for a time that the expert proposes, or the customer accepts. */
    demandProposed(expert: Expert, startsAt: Instant, minutes: number): void {
      const refusal = refuseProposal(expert.schedule, startsAt, minutes, clock())
      if (refusal) throw new Refused(refusal)
    },

    /**
     * Tries with the expert as this server has heard of them, and again with a fresh look while the schedule changes under
     * the attempt.
     */
    withSchedule,

    /** The same for a record that is there: it is looked at anew, too. */
    async withRecord<F extends { readonly record: SlotRecord }, T>(
      find: () => Promise<F>,
      attempt: (found: F, expert: Expert) => Promise<T | 'stale_schedule'>,
    ): Promise<T> {
      const first = await find()
      let found: F | null = first
      return withSchedule(first.record.expertId, async (expert) => {
        const looked = found ?? (await find())
        found = null
        return attempt(looked, expert)
      })
    },

    /**
     * What was answered to the same request before counts for more than what speaks against it now. It is looked up only
     * then: the store refuses a key that is there.
     */
    async unlessAnswered<T>(
      expertId: string,
      { key }: Key,
      attempt: () => Promise<T>,
    ): Promise<T | Replayed> {
      try {
        return await attempt()
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        const answer = await storage.bookings.findAnswer({ expertId }, key)
        if (!answer) throw error
        return { kind: 'replayed', answer }
      }
    },

    /** The refusal of a lost race, with the nearest slots that are still free. */
    async slotTaken(expert: Expert, startsAt: Instant, minutes: number): Promise<Refused> {
      const now = clock()
      const { schedule } = expert
      const { from, before } = bookableRange(schedule, now)
      const live = await storage.bookings.listOccupied(expert.id, { from, to: before, now })
      const starts = nearestFree(schedule, { startsAt, minutes }, live, now, nearestSlots)
      const alternatives = starts.map((start) => ({
        startsAt: formatInstant(start),
        endsAt: formatInstant(spanOf(schedule, start, minutes).endsAt),
        state: 'free' as const,
      }))
      return new Refused('slot_taken', {
        detail: 'Somebody else got there first. Your details are safe.',
        alternatives,
      })
    },
  }
}

/** The content of a request as a key remembers it. Parsed input has its fields in the schema's order. */
export function keyOf(key: string, content: unknown): Key {
  const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest('base64url')
  return { key, fingerprint }
}
