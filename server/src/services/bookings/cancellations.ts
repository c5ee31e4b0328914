import type { Cancellations, CancellationsInput } from '@expertconnect/contract/bookings/shapes'
import type { Deps } from '../../base/deps.ts'
import { type Desk, sees } from '../../base/desk.ts'
import { Refused } from '../../base/problem.ts'
import { type BookingRecord, isBooking } from '../../domain/bookings/booking.ts'
import { refuseAction } from '../../domain/bookings/policy.ts'
import { cancel } from '../../domain/bookings/transitions.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import type { Person } from '../../domain/people/person.ts'
import { formatInstant } from '../../domain/time/instant.ts'
import { entryOf } from '../audit/trail.ts'
import { expertOf } from '../experts/find.ts'

type Outcome = Cancellations['items'][number]['outcome']

/** A booking that keeps changing under it is given up on after so many tries. */
const tries = 3

export type CancelsMany = ReturnType<typeof createCancellations>

/** Many sessions cancelled at once, each as if it had been the only one. */
export function createCancellations(deps: Deps) {
  const { storage, clock } = deps

  /** Of what is cancelled already nothing changes, so that all of it is safe to repeat. */
  async function cancelOne(desk: Desk, id: string, reason: string): Promise<Outcome> {
    for (let count = 0; count < tries; count++) {
      const record = await storage.bookings.find(id)
      if (!isBooking(record) || !sees(desk, record.expertId)) return 'not_found'
      if (record.state === 'cancelled') return 'cancelled'
      const now = clock()
      if (refuseAction(record, desk.party, 'cancel', now) !== null) return 'not_changeable'
      const next = cancel(record, reason, now, desk.party)
      const expert = await expertOf(storage, record.expertId)
      const audit = cancellationEntry(deps, desk.person, next, expert)
      const { kind } = await storage.bookings.change({
        next,
        now,
        before: record,
        by: desk.party,
        audit,
      })
      if (kind === 'done') return 'cancelled'
    }
    return 'stale_version'
  }

  return {
    cancelOne,

    async cancelAll(desk: Desk, { ids, reason }: CancellationsInput): Promise<Cancellations> {
      if (reason === '') throw reasonNeeded('#/reason')
      const items: Cancellations['items'] = []
      // One after the other: the store serves others in between.
      for (const id of new Set(ids)) items.push({ id, outcome: await cancelOne(desk, id, reason) })
      return { items }
    },
  }
}

/** What stands in the trail of a session that was cancelled by somebody else than its customer. */
export function cancellationEntry(
  deps: Pick<Deps, 'clock' | 'newId'>,
  by: Person,
  record: Extract<BookingRecord, { state: 'cancelled' }>,
  expert: Expert,
) {
  const subject = subjectOf(record, expert)
  return entryOf(deps, by, 'booking_cancelled', subject, record.cancelReason)
}

/** A booking in the trail: without a word of whoever booked it. */
export function subjectOf({ id, startsAt }: BookingRecord, expert: Expert) {
  return { id, name: `${expert.name}, ${formatInstant(startsAt)}` }
}

export function reasonNeeded(
  pointer: string,
  detail = 'Please say why: the customer will read it',
): Refused {
  const errors = [{ pointer, detail }]
  return new Refused('reason_needed', { errors })
}
