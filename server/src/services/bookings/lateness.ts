import type { LateInput } from '@expertconnect/contract/bookings/late'
import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import type { BookedRecord } from '../../domain/bookings/booking.ts'
import { maySayLate, sayLate } from '../../domain/bookings/late.ts'
import { callRoleOf } from '../../domain/calls/entry.ts'
import { expertOf } from '../experts/find.ts'
import { findVisible } from './bookings.ts'
import { presentLive } from './live.ts'

/** Both may say so at once: whoever was second says it of what is there then. */
const tries = 5

/** A side says that it comes later, or in time after all. */
export function createLateness(deps: Deps) {
  const { storage, clock } = deps

  return {
    async say(actor: Actor, id: string, input: LateInput): Promise<{ booking: Booking }> {
      for (let attempt = 0; attempt < tries; attempt++) {
        const { record, parties } = await findVisible(deps, actor, id)
        const role = callRoleOf(parties)
        if (role === null) throw new Refused('forbidden')
        const now = clock()
        if (record.state !== 'booked' || !maySayLate(record, now)) {
          throw new Refused('not_changeable', { detail: 'This session is over.' })
        }
        const { minutes, word } = input
        const said =
          minutes === undefined && !word ? null : { minutes, word: word || undefined, at: now }
        const next = sayLate<BookedRecord>(record, role, said)
        const outcome = await storage.bookings.change<BookedRecord>({ next, now })
        if (outcome.kind !== 'done') continue
        const expert = await expertOf(storage, record.expertId)
        return { booking: await presentLive(deps, outcome.record, expert, now, parties) }
      }
      throw new Refused('stale_version')
    },
  }
}
