import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attendanceOf, graceTime, patience } from '../../../src/domain/calls/attendance.ts'
import { type CallEvent, callEventKinds } from '../../../src/domain/calls/call-event.ts'
import { roomClosesAt, roomOpensAt } from '../../../src/domain/calls/room.ts'
import { minute, plus } from '../../../src/domain/time/instant.ts'
import { aCallEvent } from '../../storage/calls/call-event-fixtures.ts'
import { aBooking, later, span } from '../../storage/fixtures.ts'

/** An hour, from 10:00. */
const booking = { ...aBooking({ slot: 4, minutes: 60 }), mayMeetElsewhere: false }
const opens = roomOpensAt(booking)
const closes = roomClosesAt(booking)
/** By minutes from the start. */
const at = (minutes: number) => later(booking.startsAt, minutes)

type Role = CallEvent['role']

/** A page that was there from minute to minute, with a sign of life each minute. */
function visit(role: Role, from: number, to: number, fields: Partial<CallEvent> = {}): CallEvent[] {
  const common = { bookingId: booking.id, role, seat: `seat of ${role}`, ...fields }
  const beats: CallEvent[] = []
  for (let minutes = from + 1; minutes < to; minutes++) {
    beats.push(aCallEvent({ ...common, kind: 'there', at: at(minutes) }))
  }
  return [
    aCallEvent({ ...common, kind: 'joined', at: at(from) }),
    ...beats,
    aCallEvent({ ...common, kind: 'left', at: at(to) }),
  ]
}
const customer = (from: number, to: number, fields: Partial<CallEvent> = {}) =>
  visit('customer', from, to, fields)
const expert = (from: number, to: number, fields: Partial<CallEvent> = {}) =>
  visit('expert', from, to, fields)

/** In minutes from the start. */
function facts(events: readonly CallEvent[], session: Partial<typeof booking> = {}) {
  const { outcome, stays } = attendanceOf(events, { ...booking, ...session })
  const minutes = (role: Role) =>
    stays[role].map(({ from, to }) => [
      (from - booking.startsAt) / minute,
      (to - booking.startsAt) / minute,
    ])
  return { outcome, customer: minutes('customer'), expert: minutes('expert') }
}

describe('who came when tells', () => {
  it.each([
    ['both for the hour', [...customer(0, 60), ...expert(-5, 62)], 'completed'],
    ['a late customer', [...customer(25, 60), ...expert(0, 60)], 'completed'],
    ['one who went early', [...customer(0, 8), ...expert(0, 60)], 'completed'],
    ['an expert alone', expert(-5, 15), 'customer_missed'],
    ['a customer alone', customer(0, 10), 'expert_missed'],
    ['an expert who did not wait', expert(-10, 9), 'too_short'],
    ['an expert who went before it began', expert(-10, -1), 'too_short'],
    [
      'a customer who looked in early and never came',
      [...customer(-10, -8), ...expert(0, 20)],
      'customer_missed',
    ],
    ['a hello of four minutes', [...customer(0, 4), ...expert(0, 60)], 'too_short'],
    ['two who missed each other by minutes', [...customer(0, 9), ...expert(9, 30)], 'too_short'],
    [
      'a customer who waited, and an expert far too late',
      [...customer(0, 12), ...expert(30, 50)],
      'expert_missed',
    ],
    [
      'two who came too late, one after the other',
      [...customer(15, 30), ...expert(40, 55)],
      'too_short',
    ],
    ['nobody', [], 'neither_came'],
    ['somebody an hour too early', customer(-90, -60), 'neither_came'],
  ] as const)('of %s', (_who, events, outcome) => {
    expect(facts(events).outcome).toBe(outcome)
  })

  it('nothing of who is missing, where they may meet elsewhere', () => {
    const elsewhere = { mayMeetElsewhere: true }
    expect(facts(expert(-5, 40), elsewhere).outcome).toBe('too_short')
    expect(facts([...customer(0, 60), ...expert(0, 60)], elsewhere).outcome).toBe('completed')
    expect(facts([], elsewhere).outcome).toBe('neither_came')
  })

  it('of a quarter of an hour as of an hour', () => {
    const short = { ...span({ slot: 4, minutes: 15 }) }
    expect(facts([...customer(0, 6), ...expert(0, 15)], short).outcome).toBe('completed')
    expect(facts(expert(0, 12), short).outcome).toBe('customer_missed')
  })
})

describe('being there', () => {
  it('goes on through a reload, another tab, another server and a line that broke', () => {
    const reloaded = [...customer(0, 20), ...customer(20, 60, { seat: 'seat after' })]
    expect(facts(reloaded).customer).toEqual([[0, 60]])
    const twoTabs = [...customer(0, 40), ...customer(10, 60, { seat: 'other tab' })]
    expect(facts(twoTabs).customer).toEqual([[0, 60]])
    const moved = [...customer(0, 20), ...customer(23, 60, { server: 'server-b' })]
    expect(facts(moved).customer).toEqual([[0, 60]])
    const [joined] = customer(0, 1)
    const lost = aCallEvent({ ...joined, id: 'lost', kind: 'lost', at: at(4) })
    const back = customer(8, 30).map((event) =>
      event.kind === 'joined' ? { ...event, kind: 'returned' as const } : event,
    )
    expect(facts(joined ? [joined, lost, ...back] : []).customer).toEqual([[0, 30]])
  })

  it('ends with the last sign of life where nobody said goodbye', () => {
    const killed = expert(0, 60).filter((event) => event.kind !== 'left' && event.at <= at(31))
    expect(facts(killed).expert).toEqual([[0, 31]])
    const neverSeenAgain = expert(0, 60).slice(0, 1)
    expect(facts(neverSeenAgain).expert).toEqual([[0, 0]])
    // Silent for longer than anybody is patient, the same page on the same server: nobody knows of the time between.
    expect(facts([...expert(0, 10), ...expert(30, 40)]).expert).toEqual([
      [0, 10],
      [30, 40],
    ])
  })

  it('does not care that the clocks of two servers differ', () => {
    // Taken over at minute 20; the second server is three minutes slow, or fast.
    for (const skew of [-3, 3]) {
      const before = customer(0, 20)
      const after = customer(20 + skew, 50 + skew, { server: 'server-b' })
      expect(facts([...before, ...after]).customer).toEqual([[0, 50 + skew]])
    }
  })

  it('counts in the room of the present time alone', () => {
    const events = [...customer(0, 60), ...expert(0, 60)]
    const moved = { ...span({ slot: 40, minutes: 60 }) }
    expect(facts(events, moved)).toEqual({ outcome: 'neither_came', customer: [], expert: [] })
    const extended = { ...span({ slot: 4, minutes: 75 }) }
    const longer = [...customer(0, 100), ...expert(0, 100)]
    expect(facts(longer).customer).toEqual([[0, 90]])
    expect(facts(longer, extended).customer).toEqual([[0, 100]])
  })
})

const event = fc
  .record({
    role: fc.constantFrom<Role>('customer', 'expert'),
    kind: fc.constantFrom(...callEventKinds),
    seat: fc.constantFrom('one', 'two', 'three'),
    server: fc.constantFrom('a', 'b'),
    at: fc.integer({ min: -200, max: 1500 }).map((tenths) => plus(opens, tenths * 6000)),
  })
  .map((fields) => aCallEvent({ bookingId: booking.id, ...fields }))
const events = fc.array(event, { maxLength: 60 })

describe('whatever happened', () => {
  it('the answer is the same in whatever order, and however often, it is heard', () => {
    const shuffled = events.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all.slice(0, 9)], {
          minLength: all.length + Math.min(all.length, 9),
        }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(attendanceOf(other, booking)).toEqual(attendanceOf(all, booking))
      }),
    )
  })

  it('stays lie in the room, in order, with more than patience between them, and begin with a sign', () => {
    fc.assert(
      fc.property(events, (all) => {
        const { stays } = attendanceOf(all, booking)
        for (const role of ['customer', 'expert'] as const) {
          const signs = all.filter((each) => each.role === role).map((each) => each.at)
          let before = -Infinity
          for (const { from, to } of stays[role]) {
            expect(from).toBeGreaterThanOrEqual(opens)
            expect(to).toBeLessThanOrEqual(closes)
            expect(from).toBeLessThanOrEqual(to)
            expect(from - before).toBeGreaterThan(patience)
            expect(from === opens || signs.includes(from)).toBe(true)
            before = to
          }
        }
      }),
    )
  })

  it('nobody missed it who was there when it began, and nobody unless the other has waited', () => {
    fc.assert(
      fc.property(events, (all) => {
        const { outcome, stays } = attendanceOf(all, booking)
        const missed =
          outcome === 'customer_missed' ? 'customer' : outcome === 'expert_missed' ? 'expert' : null
        if (missed === null) return
        const there = ({ from, to }: { from: number; to: number }) =>
          from <= booking.startsAt && booking.startsAt <= to
        expect(stays[missed].some(there)).toBe(false)
        const waited = stays[missed === 'customer' ? 'expert' : 'customer']
        const all0 = waited.reduce((sum, { from, to }) => sum + (to - from), 0)
        expect(all0).toBeGreaterThanOrEqual(graceTime)
      }),
    )
  })

  it('what is mirrored has the mirrored answer', () => {
    const swap = { customer: 'expert', expert: 'customer' } as const
    fc.assert(
      fc.property(events, (all) => {
        const one = attendanceOf(all, booking)
        const mirrored = all.map((each) => ({ ...each, role: swap[each.role] }))
        const other = attendanceOf(mirrored, booking)
        expect(other.stays).toEqual({ customer: one.stays.expert, expert: one.stays.customer })
        const outcomes = { customer_missed: 'expert_missed', expert_missed: 'customer_missed' }
        expect(other.outcome).toBe(outcomes[one.outcome as keyof typeof outcomes] ?? one.outcome)
      }),
    )
  })
})
