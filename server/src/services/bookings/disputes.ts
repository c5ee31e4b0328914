import type {
  Booking,
  DisputeDecision,
  DisputesQuery,
} from '@expertconnect/contract/bookings/shapes'
import type { Actor } from '../../base/actor.ts'
import { readTimePlace, writeTimePlace } from '../../base/cursors.ts'
import { demandAdmin } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import type { BookedRecord } from '../../domain/bookings/booking.ts'
import { decide, dispute, disputeOf, refuseDispute } from '../../domain/bookings/settlement.ts'
import { callRoleOf } from '../../domain/calls/entry.ts'
import { entryOf } from '../audit/trail.ts'
import { expertOf } from '../experts/find.ts'
import { findVisible } from './bookings.ts'
import { reasonNeeded, subjectOf } from './cancellations.ts'
import type { Parties } from './parties.ts'
import { presentBooking } from './present.ts'

const perPage = 50

/** Sides say that a session was otherwise than was found, and administrators decide. */
export function createDisputes(deps: Deps) {
  const { storage, clock } = deps

  async function present(record: BookedRecord, parties: Parties): Promise<Booking> {
    return presentBooking(record, await expertOf(storage, record.expertId), clock(), parties)
  }

  return {
    async send(actor: Actor, id: string, word: string): Promise<{ booking: Booking }> {
      const { record, parties } = await findVisible(deps, actor, id)
      const by = callRoleOf(parties)
      if (by === null) throw new Refused('forbidden')
      const now = clock()
      if (record.state !== 'booked') throw new Refused('not_changeable')
      const refusal = refuseDispute(record, by, now)
      if (refusal !== null) throw refusedBy(refusal)
      const { settlement } = record
      if (!settlement) throw refusedBy('not_changeable')
      if (word === '') throw reasonNeeded('#/word', 'Please say what happened')
      const next = dispute({ ...record, settlement }, { by, word, at: now })
      const outcome = await storage.bookings.change<BookedRecord>({ next, now })
      if (outcome.kind !== 'done') throw new Refused('stale_version')
      return { booking: await present(outcome.record, parties) }
    },

    async list(
      actor: Actor,
      query: DisputesQuery,
    ): Promise<{ items: Booking[]; nextCursor?: string }> {
      demandAdmin(actor)
      const { items, next } = await storage.bookings.listDisputed({
        state: query.state ?? 'open',
        after: readTimePlace(query.cursor),
        limit: query.limit ?? perPage,
      })
      return {
        items: await Promise.all(items.map((record) => present(record, ['admin']))),
        ...(next ? { nextCursor: writeTimePlace(next) } : {}),
      }
    },

    async decide(
      actor: Actor,
      id: string,
      { outcome, word }: DisputeDecision,
    ): Promise<{ booking: Booking }> {
      const admin = demandAdmin(actor)
      const record = await storage.bookings.find(id)
      if (record?.state !== 'booked') throw new Refused('not_found')
      const { settlement } = record
      const disputed = disputeOf(settlement)
      if (!settlement || !disputed) throw new Refused('not_found')
      if (disputed.state === 'decided') throw new Refused('already_decided')
      const now = clock()
      const said = word ? { word } : {}
      const next = decide({ ...record, settlement }, { outcome, ...said, by: admin.email, at: now })
      const expert = await expertOf(storage, record.expertId)
      const detail = word ? `${outcome}: ${word}` : outcome
      const audit = entryOf(deps, admin, 'dispute_decided', subjectOf(record, expert), detail)
      const stored = await storage.bookings.change<BookedRecord>({ next, now, audit })
      if (stored.kind !== 'done') throw new Refused('stale_version')
      return { booking: await present(stored.record, ['admin']) }
    },
  }
}

function refusedBy(refusal: 'not_changeable' | 'already_there'): Refused {
  const detail =
    refusal === 'already_there'
      ? 'You have already said so. An administrator will look at it.'
      : 'What became of this session can no longer be disputed.'
  return new Refused(refusal, { detail })
}
