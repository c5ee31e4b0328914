import type { BoardDay, DayReason, Occupied, Slot } from '@expertconnect/contract/boards/shapes'
import { slotState } from '@expertconnect/contract/boards/board-state'
import type { OccupiedTime, Span } from '../bookings/booking.ts'
import { formatInstant, type Instant, minute, parseInstant, plus } from '../time/instant.ts'
import type { Schedule } from '../schedules/schedule.ts'
import { bookableRange, offeredStarts } from '../schedules/starts.ts'
import { addDays, dateAt, datesBetween, startOfDay } from '../time/wall-time.ts'
import { wallWindowsOn } from '../schedules/windows.ts'

export interface BoardRange {
  /** Dates in `timeZone`, both included. */
  readonly from: string
  readonly to: string
  readonly timeZone: string
  readonly minutes: number
}

/** The instants that a range of dates covers. */
export function instantsOf(range: Omit<BoardRange, 'minutes'>): { from: Instant; before: Instant } {
  return {
    from: startOfDay(range.timeZone, range.from),
    before: startOfDay(range.timeZone, addDays(range.to, 1)),
  }
}

/** Nobody's horizon reaches so far. */
const farOff = 400

/**
 * The days of a range that lies more than a year away, all of them for the same reason; `null` of a nearer one. No zone
 * is asked for their edges: strangers name whatever dates and zones they like, and what was asked of a zone is kept.
 */
export function farDays({ from, to }: BoardRange, now: Instant): BoardDay[] | null {
  const today = dateAt('UTC', now)
  const isPast = to < addDays(today, -farOff)
  if (!isPast && from < addDays(today, farOff)) return null
  const reason = isPast ? 'past' : 'beyond_horizon'
  return datesBetween(from, to).map((date) => ({ date, reason, slots: [] }))
}

/** As it stands on the board. */
export function occupiedOf(record: OccupiedTime): Occupied {
  return {
    id: record.id,
    version: record.version,
    startsAt: formatInstant(record.startsAt),
    endsAt: formatInstant(record.endsAt),
    until: formatInstant(record.until),
    state: record.state,
    ...(record.state === 'held' ? { expiresAt: formatInstant(record.expiresAt) } : {}),
  }
}

/**
 * Every day of the range with every bookable start and its state. `occupied` is ascending by start. The answer is
 * right from `now` until before `staleAt`, unless the schedule or an occupied record changes.
 */
export function listDays(
  schedule: Schedule,
  range: BoardRange,
  occupied: readonly Occupied[],
  now: Instant,
): { days: BoardDay[]; staleAt: Instant } {
  const instants = instantsOf(range)
  const starts = [...offeredStarts(schedule, range.minutes, instants, now)]
  const stateOf = stateReader(occupied, now)
  let next = 0
  const days = datesBetween(range.from, range.to).map((date): BoardDay => {
    const dayEnd = startOfDay(range.timeZone, addDays(date, 1))
    const slots: Slot[] = []
    for (let span = starts[next]; span && span.startsAt < dayEnd; span = starts[++next]) {
      slots.push(slotOf(span, stateOf))
    }
    if (slots.length > 0) {
      return schedule.paused ? { date, reason: 'paused', slots: [] } : { date, slots }
    }
    return { date, reason: reasonOf(schedule, range, date, now), slots }
  })
  return { days, staleAt: staleAt(schedule, range, starts, occupied, now) }
}

type StateReader = (slot: { startsAt: string; until: string }) => ReturnType<typeof slotState>

/** Slots come in ascending order, so each is compared with the few records around it, not with all. */
function stateReader(occupied: readonly Occupied[], now: Instant): StateReader {
  let first = 0
  return (slot) => {
    for (let row = occupied[first]; row && row.until <= slot.startsAt; row = occupied[first])
      first++
    const near: Occupied[] = []
    for (let at = first; at < occupied.length; at++) {
      const row = occupied[at]
      if (!row || row.startsAt >= slot.until) break
      near.push(row)
    }
    return slotState(slot, near, now)
  }
}

function slotOf(span: Span, stateOf: StateReader): Slot {
  const startsAt = formatInstant(span.startsAt)
  const state = stateOf({ startsAt, until: formatInstant(span.until) })
  return { startsAt, endsAt: formatInstant(span.endsAt), ...state }
}

function reasonOf(schedule: Schedule, range: BoardRange, date: string, now: Instant): DayReason {
  const begin = startOfDay(range.timeZone, date)
  const end = startOfDay(range.timeZone, addDays(date, 1))
  const bookable = bookableRange(schedule, now)
  if (end <= now) return 'past'
  if (end <= bookable.from) return 'inside_notice'
  if (begin >= bookable.before) return 'beyond_horizon'
  const dates = datesBetween(
    dateAt(schedule.timeZone, begin),
    dateAt(schedule.timeZone, plus(end, -minute)),
  )
  if (dates.every((each) => schedule.exceptions[each]?.length === 0)) return 'time_off'
  const open = dates.filter((each) => wallWindowsOn(schedule, each).length > 0)
  if (open.length === 0) {
    return dates.some((each) => schedule.exceptions[each] !== undefined) ? 'time_off' : 'no_hours'
  }
  if (schedule.busy.some((busy) => busy.from < end && busy.to > begin)) return 'busy'
  return begin < bookable.from ? 'inside_notice' : 'no_hours'
}

function staleAt(
  schedule: Schedule,
  range: BoardRange,
  starts: readonly Span[],
  occupied: readonly Occupied[],
  now: Instant,
): Instant {
  const notice = schedule.policy.noticeMinutes * minute
  const edges = [nextMidnight(schedule.timeZone, now), nextMidnight(range.timeZone, now)]
  const first = starts[0]
  if (first) edges.push(plus(first.startsAt, 1 - notice))
  // The reasons of days turn over as their ends come to the notice, and right after their beginnings have come to it.
  edges.push(plus(nextMidnight(range.timeZone, plus(now, notice)), -notice))
  edges.push(plus(nextMidnight(range.timeZone, plus(now, notice - 1)), 1 - notice))
  for (const { expiresAt } of occupied) if (expiresAt) edges.push(parseInstant(expiresAt))
  return Math.min(...edges.filter((edge) => edge > now)) as Instant
}

function nextMidnight(timeZone: string, at: Instant): Instant {
  return startOfDay(timeZone, addDays(dateAt(timeZone, at), 1))
}
