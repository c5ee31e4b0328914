import type { AttendanceOutcome, CallRole } from '@expertconnect/contract/calls/shapes'
import type { BookedRecord } from '../bookings/booking.ts'
import type { Attendance, Stay } from '../bookings/settlement.ts'
import { minute, plus } from '../time/instant.ts'
import type { CallEvent } from './call-event.ts'
import { roomClosesAt, roomOpensAt } from './room.ts'

/** Whoever is away for less, for whatever reason, has not been away. */
export const patience = 5 * minute
/** So much later than the start somebody may come without having missed it. */
export const graceTime = 10 * minute
/** Whoever was there together for less may have said hello, or not. */
const metTime = 5 * minute

interface Session extends Pick<BookedRecord, 'startsAt' | 'endsAt' | 'bookedAt' | 'minutes'> {
  /** They have a place to meet that we see nothing of: who is missing here may be there. */
  readonly mayMeetElsewhere: boolean
}

/**
 * Who was in the room of the time that the session has now, and what follows from it. The order of the events does not
 * matter, nor does an event that comes twice. Only what one server says of one page is compared by its times: clocks of
 * servers may differ. A page without a last word was there until its last sign of life.
 */
export function attendanceOf(events: readonly CallEvent[], session: Session): Attendance {
  const stays = { customer: staysOf('customer'), expert: staysOf('expert') }
  return { stays, outcome: outcomeOf(stays, session) }

  function staysOf(role: CallRole): Stay[] {
    const stretches = streamsOf(events.filter((event) => event.role === role)).flatMap(stretchesOf)
    const room = { from: roomOpensAt(session), to: roomClosesAt(session) }
    return joined(overlaps(stretches, [room]), patience)
  }
}

/** What each server said of each page. */
function streamsOf(events: readonly CallEvent[]): CallEvent[][] {
  const streams = new Map<string, CallEvent[]>()
  for (const event of new Map(events.map((each) => [each.id, each])).values()) {
    const name = `${event.server} ${event.seat}`
    streams.set(name, [...(streams.get(name) ?? []), event])
  }
  return [...streams.values()].map((stream) => stream.toSorted(byTime))
}

/** What begins comes before what ends at the same instant. */
function byTime(a: CallEvent, b: CallEvent): number {
  return a.at - b.at || Number(isEnd(a)) - Number(isEnd(b))
}

function isEnd({ kind }: CallEvent): boolean {
  return kind === 'lost' || kind === 'left'
}

/** From each sign of being there to the next event, if that was soon: after a longer silence nobody knows. */
function stretchesOf(stream: readonly CallEvent[]): Stay[] {
  return stream.flatMap((event, index) => {
    if (isEnd(event)) return []
    const next = stream[index + 1]?.at ?? event.at
    return [{ from: event.at, to: next - event.at <= patience ? next : event.at }]
  })
}

/** By time, those that touch or have no more than `gap` between them as one. */
function joined(stays: readonly Stay[], gap: number): Stay[] {
  const result: Stay[] = []
  for (const stay of stays.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = result.at(-1)
    if (!last || stay.from > plus(last.to, gap)) result.push(stay)
    else if (stay.to > last.to) result[result.length - 1] = { from: last.from, to: stay.to }
  }
  return result
}

/** What lies within one of each. */
function overlaps(some: readonly Stay[], others: readonly Stay[]): Stay[] {
  return some.flatMap((one) =>
    others.flatMap((other) => {
      const from = one.from > other.from ? one.from : other.from
      const to = one.to < other.to ? one.to : other.to
      return from <= to ? [{ from, to }] : []
    }),
  )
}

function lengthOf(stays: readonly Stay[]): number {
  return stays.reduce((sum, { from, to }) => sum + (to - from), 0)
}

function outcomeOf(stays: Attendance['stays'], session: Session): AttendanceOutcome {
  const { customer, expert } = stays
  if (customer.length === 0 && expert.length === 0) return 'neither_came'
  const enough = Math.min(metTime, (session.minutes * minute) / 2)
  if (lengthOf(overlaps(customer, expert)) >= enough) return 'completed'
  if (session.mayMeetElsewhere) return 'too_short'
  const byCustomer = missedBy(customer, expert, session)
  const byExpert = missedBy(expert, customer, session)
  // Both came too late and waited for each other in turn: that is nobody's alone.
  if (byCustomer === byExpert) return 'too_short'
  return byCustomer ? 'customer_missed' : 'expert_missed'
}

/** They were not there in time, and the other one has waited for as long as one may be late. */
function missedBy(
  own: readonly Stay[],
  others: readonly Stay[],
  { startsAt, endsAt }: Session,
): boolean {
  const inTime = own.some(
    ({ from, to }) => from <= plus(startsAt, graceTime) && to >= plus(startsAt, -patience),
  )
  const due = [{ from: startsAt, to: roomClosesAt({ endsAt }) }]
  return !inTime && lengthOf(overlaps(others, due)) >= graceTime
}
