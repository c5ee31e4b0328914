import type { MoreTime } from '@expertconnect/contract/calls/more-time'
import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import { type BookingRecord, priceOf } from '../../domain/bookings/booking.ts'
import { moreMinutes, priceOfMore } from '../../domain/bookings/more-time.ts'
import {
  allowedMoreTime,
  concernsMoreTime,
  longerSpan,
  obstacleTo,
} from '../../domain/calls/more-time.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { formatInstant, type Instant } from '../../domain/time/instant.ts'

/** How it stands with more time for a session, as this side of it sees that; nothing where it cannot ask for any. */
export async function presentMoreTime(
  { storage }: Pick<Deps, 'storage'>,
  record: BookingRecord,
  { id: expertId, schedule }: Expert,
  role: CallRole | null,
  now: Instant,
): Promise<{ moreTime?: MoreTime }> {
  if (role === null || !concernsMoreTime(record, role, now)) return {}
  const steps = allowedMoreTime(record, schedule, role, now)
  const { startsAt, until, endsAt } = longerSpan(record, schedule)
  const occupied = await storage.bookings.listOccupied(expertId, { from: startsAt, to: until, now })
  const obstacle = obstacleTo(record, schedule, occupied)
  const { hourlyRate, minutes, currency, moreTime } = record
  return {
    moreTime: {
      minutes: moreMinutes,
      endsAt: formatInstant(endsAt),
      price: { amount: priceOfMore(record), currency },
      total: { amount: priceOf(hourlyRate, minutes + moreMinutes), currency },
      ...(moreTime ? { offeredBy: moreTime.by } : {}),
      ...(obstacle ? { obstacle } : {}),
      allowed: obstacle === 'taken' ? steps.filter((step) => step === 'drop') : steps,
    },
  }
}

/** Of a lost race for it. There is no other time that would do: the session is where it is. */
export function moreTimeTaken(): Refused {
  return new Refused('slot_taken', {
    detail: 'Somebody else has just booked the time after this session. It ends as it was booked.',
  })
}
