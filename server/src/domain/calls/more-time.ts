import {
  type MoreTimeStep,
  moreTimeSteps,
  type moreTimeObstacles,
} from '@expertconnect/contract/calls/more-time'
import type { CallRole } from '@expertconnect/contract/calls/shapes'
import {
  type BookedRecord,
  type BookingRecord,
  longestBooking,
  type OccupiedTime,
  type Span,
} from '../bookings/booking.ts'
import { moreMinutes } from '../bookings/more-time.ts'
import { busyAt } from '../schedules/hours.ts'
import type { Schedule } from '../schedules/schedule.ts'
import { spanOf } from '../schedules/starts.ts'
import { windowsOn } from '../schedules/windows.ts'
import { type Instant, minute, plus } from '../time/instant.ts'
import { dateAt } from '../time/wall-time.ts'
import { roomOpensAt } from './room.ts'

/** So long after its end people who still talk may agree that it has not ended. */
const overtime = 5 * minute

export type MoreTimeObstacle = (typeof moreTimeObstacles)[number]

type Refusal = 'not_changeable' | 'outside_hours'

/** The time of the session if it were longer, with the gap that its expert keeps now. */
export function longerSpan(
  { startsAt, minutes }: Pick<BookedRecord, 'startsAt' | 'minutes'>,
  schedule: Schedule,
): Span {
  return spanOf(schedule, startsAt, minutes + moreMinutes)
}

/** Whether more time is a question for this side at `now`: not before the room opens, unless it is the expert's to offer, or offered. */
export function concernsMoreTime(
  record: BookingRecord,
  by: CallRole,
  now: Instant,
): record is BookedRecord {
  if (record.state !== 'booked' || now >= plus(record.endsAt, overtime)) return false
  return by === 'expert' || record.moreTime !== undefined || now >= roomOpensAt(record)
}

/**
 * Why this side may not do that at `now`, whoever else has booked; null if it may. A customer asks while the room is open
 * and within the hours. The expert may offer it as soon as it is booked and beyond their hours: that they do is their
 * leave, and so is that they accept.
 */
export function refuseMoreTime(
  record: BookingRecord,
  schedule: Schedule,
  by: CallRole,
  step: MoreTimeStep,
  now: Instant,
): Refusal | null {
  if (!concernsMoreTime(record, by, now)) return 'not_changeable'
  const { moreTime } = record
  switch (step) {
    case 'drop':
      return moreTime ? null : 'not_changeable'
    case 'accept':
      return moreTime && moreTime.by !== by ? null : 'not_changeable'
    case 'offer':
      if (moreTime || (record.minutes + moreMinutes) * minute > longestBooking) {
        return 'not_changeable'
      }
      return by === 'expert' || isInsideHours(record, schedule) ? null : 'outside_hours'
  }
}

/** What this side may do at `now`, if nobody else has the time. */
export function allowedMoreTime(
  record: BookingRecord,
  schedule: Schedule,
  by: CallRole,
  now: Instant,
): MoreTimeStep[] {
  return moreTimeSteps.filter((step) => !refuseMoreTime(record, schedule, by, step, now))
}

/** What is in the way of a longer session. `occupied` holds at least the live records that overlap it, itself maybe too. */
export function obstacleTo(
  record: BookedRecord,
  schedule: Schedule,
  occupied: readonly OccupiedTime[],
): MoreTimeObstacle | null {
  const { startsAt, until } = longerSpan(record, schedule)
  const others = occupied.filter(
    (other) => other.id !== record.id && other.startsAt < until && other.until > startsAt,
  )
  if (others.length > 0) return 'taken'
  return isInsideHours(record, schedule) ? null : 'outside_hours'
}

/** Whether hours and busy times leave the time after the session open, on whatever grid starts lie. */
function isInsideHours({ endsAt, ...record }: BookedRecord, schedule: Schedule): boolean {
  const longer = longerSpan(record, schedule)
  const isOpen = windowsOn(schedule, dateAt(schedule.timeZone, endsAt)).some(
    ({ begin, reach }) => begin <= endsAt && longer.endsAt <= reach,
  )
  return isOpen && !busyAt(schedule, { ...longer, startsAt: endsAt })
}
