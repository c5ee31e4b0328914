import { cityOf } from '@expertconnect/contract/zone-city'
import { type Instant, plus } from '../../domain/time/instant.ts'
import {
  clockAt,
  dateAt,
  dayNameAt,
  offsetAt,
  shortDayAt,
  weekdayNameAt,
} from '../../domain/time/wall-time.ts'

interface Times {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** When something is, for somebody in the zone `here`, in their zone and on their clock (of 24 hours). */
export interface When {
  /** `Tuesday 12 January 2027`. */
  readonly day: string
  /** `14:30 – 15:30`. */
  readonly span: string
  /** `Kathmandu (GMT+5:45)`. */
  readonly zone: string
  /** `08:45 – 09:45 in London (GMT)`; null where clocks there show the same. */
  readonly there: string | null
}

/** Right for zones of any offset, over midnight, and while the clocks change. */
export function whenOf(times: Times, here: string, there: string): When {
  const { startsAt } = times
  return {
    day: longDay(here, startsAt),
    span: spanText(times, here),
    zone: `${cityOf(here)} (${offsetText(times, here)})`,
    there: isSameClock(times, here, there) ? null : thereText(times, here, there),
  }
}

/** `Tue 12 Jan, 14:30`. */
export function shortWhen(zone: string, at: Instant): string {
  return `${shortDayAt(zone, at)}, ${clockAt(zone, at)}`
}

/** `Tuesday 12 January, 14:30`. */
export function dayAndTime(zone: string, at: Instant): string {
  return `${dayNameAt(zone, at)}, ${clockAt(zone, at)}`
}

/** `Tuesday 12 January 2027`. */
function longDay(zone: string, at: Instant): string {
  // Years that people book in have four digits.
  return `${dayNameAt(zone, at)} ${dateAt(zone, at).slice(0, 4)}`
}

function spanText({ startsAt, endsAt }: Times, zone: string): string {
  const [start, end] = [clockAt(zone, startsAt), clockAt(zone, endsAt)]
  // What ends at midnight ends on the day before.
  if (dateAt(zone, startsAt) === dateAt(zone, plus(endsAt, -1))) return `${start} – ${end}`
  return `${start} – ${end} on ${weekdayNameAt(zone, endsAt)}`
}

/** `GMT+1`; both where the clocks change in between: else `02:30 – 02:30` is an hour that nobody understands. */
function offsetText({ startsAt, endsAt }: Times, zone: string): string {
  const [start, end] = [offsetAt(zone, startsAt), offsetAt(zone, endsAt)]
  return start === end ? start : `${start} at the start, ${end} at the end: the clocks change`
}

function isSameClock({ startsAt, endsAt }: Times, here: string, there: string): boolean {
  return [startsAt, endsAt].every((at) => offsetAt(here, at) === offsetAt(there, at))
}

function thereText(times: Times, here: string, there: string): string {
  const { startsAt } = times
  const isSameDay = dateAt(here, startsAt) === dateAt(there, startsAt)
  const day = isSameDay ? '' : `${dayNameAt(there, startsAt)}, `
  return `${day}${spanText(times, there)} in ${cityOf(there)} (${offsetText(times, there)})`
}
