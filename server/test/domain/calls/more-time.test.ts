import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BookingRecord, OccupiedTime } from '../../../src/domain/bookings/booking.ts'
import {
  dropMore,
  lengthen,
  moreMinutes,
  offerMore,
  priceOfMore,
} from '../../../src/domain/bookings/more-time.ts'
import { cellsOf } from '../../../src/domain/bookings/occupancy.ts'
import { cancel } from '../../../src/domain/bookings/transitions.ts'
import {
  allowedMoreTime,
  longerSpan,
  obstacleTo,
  refuseMoreTime,
} from '../../../src/domain/calls/more-time.ts'
import type { Schedule } from '../../../src/domain/schedules/schedule.ts'
import { day, type Instant, minute, parseInstant, plus } from '../../../src/domain/time/instant.ts'
import { addDays, clockAt, dateAt, startOfDay } from '../../../src/domain/time/wall-time.ts'
import { aBooking, now as booked } from '../../storage/fixtures.ts'
import { everyDay, plainSchedule, scheduleArbitrary } from '../schedules/schedules.ts'

/** Whole hours of the clock, by the quarter: `9.25` is a quarter past nine. */
const hours = (from: number, to: number) => ({ from: from * 60, to: to * 60 })
const nineToFive: Schedule = {
  ...plainSchedule,
  timeZone: 'UTC',
  weekly: everyDay(hours(9, 17)),
}

/** An hour that begins at this instant. */
function sessionAt(iso: string, minutes = 60) {
  const startsAt = parseInstant(iso)
  const endsAt = plus(startsAt, minutes * minute)
  return { ...aBooking(), startsAt, endsAt, until: endsAt, minutes }
}
const session = sessionAt('2027-01-12T10:00:00Z')
const { endsAt } = session
/** Ten minutes before the end, when both talk. */
const during = plus(endsAt, -10 * minute)

const refusals = (
  record: BookingRecord,
  schedule: Schedule = nineToFive,
  now: Instant = during,
): Record<string, string | null> => ({
  customer: refuseMoreTime(record, schedule, 'customer', 'offer', now),
  expert: refuseMoreTime(record, schedule, 'expert', 'offer', now),
})
const neither = { customer: 'not_changeable', expert: 'not_changeable' }
const expertAlone = { customer: 'outside_hours', expert: null }
const both = { customer: null, expert: null }

function other(startsAt: Instant, minutes = 60): OccupiedTime {
  const ends = plus(startsAt, minutes * minute)
  return { id: 'another', version: 1, startsAt, endsAt: ends, until: ends, state: 'booked' }
}

describe('more time may be offered', () => {
  it.each([
    ['while it goes on', during, both],
    ['in the first second in which the room is open', plus(session.startsAt, -10 * minute), both],
    [
      'by the expert alone before that',
      plus(session.startsAt, -10 * minute - 1),
      { customer: 'not_changeable', expert: null },
    ],
    ['by the expert as soon as it is booked', booked, { customer: 'not_changeable', expert: null }],
    ['when the time is up', endsAt, both],
    ['until five minutes later', plus(endsAt, 5 * minute - 1), both],
    ['by nobody from then on', plus(endsAt, 5 * minute), neither],
  ] as const)('%s', (_when, now, expected) => {
    expect(refusals(session, nineToFive, now)).toEqual(expected)
  })

  it('of nothing that is cancelled, offered already, or the longest that there is', () => {
    expect(refusals(cancel(session, undefined, during))).toEqual(neither)
    expect(refusals(offerMore(session, 'customer', during))).toEqual(neither)
    const schedule = { ...nineToFive, weekly: everyDay(hours(0, 24)) }
    const longest = sessionAt('2027-01-12T08:00:00Z', 480)
    expect(refusals(longest, schedule, plus(longest.endsAt, -1))).toEqual(neither)
    const almost = sessionAt('2027-01-12T08:00:00Z', 465)
    expect(refusals(almost, schedule, plus(almost.endsAt, -1))).toEqual(both)
  })

  it.each<[string, Partial<Schedule>, object]>([
    ['the hours go on', {}, both],
    ['the hours end with it', { weekly: everyDay(hours(9, 11)) }, expertAlone],
    ['they end within it', { weekly: everyDay(hours(9, 11.25)) }, both],
    ['they end a little too early', { weekly: everyDay(hours(9, 11), hours(12, 14)) }, expertAlone],
    ['two windows touch', { weekly: everyDay(hours(9, 11), hours(11, 12)) }, both],
    ['it stands outside of them, and they begin', { weekly: everyDay(hours(11, 12)) }, both],
    ['the day is off', { exceptions: { '2027-01-12': [] } }, expertAlone],
    ['the day is longer', { exceptions: { '2027-01-12': [hours(10, 12)] } }, both],
    ['they pause', { paused: true }, both],
    ['no such length is offered', { sessionLengths: [60] }, both],
    [
      'another calendar is busy then',
      { busy: [{ from: endsAt, to: plus(endsAt, minute) }] },
      expertAlone,
    ],
    [
      'it is busy in the gap after it',
      {
        policy: { ...nineToFive.policy, gapMinutes: 15 },
        busy: [{ from: plus(endsAt, 20 * minute), to: plus(endsAt, 60 * minute) }],
      },
      expertAlone,
    ],
    ['it was busy before', { busy: [{ from: session.startsAt, to: endsAt }] }, both],
  ])('by whom it may where %s', (_where, differences, expected) => {
    expect(refusals(session, { ...nineToFive, ...differences })).toEqual(expected)
  })

  it('through midnight, where the next day goes on', () => {
    const late = sessionAt('2027-01-12T23:00:00Z')
    const now = plus(late.endsAt, -minute)
    const evenings = { ...nineToFive, weekly: everyDay(hours(20, 24)) }
    expect(refusals(late, evenings, now)).toEqual(expertAlone)
    const nights = { ...nineToFive, weekly: everyDay(hours(0, 2), hours(20, 24)) }
    expect(refusals(late, nights, now)).toEqual(both)
    const after = sessionAt('2027-01-12T23:30:00Z')
    expect(refusals(after, nights, plus(after.endsAt, -minute))).toEqual(both)
  })

  it('on a day of changing clocks, by the hours as they are on it', () => {
    const berlin = (from: number, to: number): Schedule => ({
      ...plainSchedule,
      weekly: everyDay(hours(from, to)),
    })
    // Clocks go from two to three: the session from one to two ends when it is three.
    const spring = sessionAt('2027-03-28T00:00:00Z')
    expect(clockAt('Europe/Berlin', spring.endsAt)).toBe('03:00')
    expect(refusals(spring, berlin(1, 3), plus(spring.endsAt, -1))).toEqual(expertAlone)
    expect(refusals(spring, berlin(1, 3.25), plus(spring.endsAt, -1))).toEqual(both)
    // Clocks go back from three to two: hours until three go on for an hour.
    const autumn = sessionAt('2026-10-25T00:00:00Z')
    expect(clockAt('Europe/Berlin', autumn.endsAt)).toBe('02:00')
    expect(refusals(autumn, berlin(1, 3), plus(autumn.endsAt, -1))).toEqual(both)
  })

  it('is accepted by the other side, and dropped by either', () => {
    const offered = offerMore(session, 'customer', during)
    const allowed = (record: BookingRecord, role: 'customer' | 'expert', now = during) =>
      allowedMoreTime(record, nineToFive, role, now)
    expect(allowed(offered, 'expert')).toEqual(['accept', 'drop'])
    expect(allowed(offered, 'customer')).toEqual(['drop'])
    expect(allowed(dropMore(offered), 'customer')).toEqual(['offer'])
    expect(allowed(offered, 'expert', plus(endsAt, 5 * minute))).toEqual([])
    // Offered for a session that is to come, it can be answered at once.
    const early = offerMore(session, 'expert', booked)
    expect(allowed(early, 'customer', booked)).toEqual(['accept', 'drop'])
    // That the expert offers it, or accepts it, is their leave.
    const closed = { ...nineToFive, weekly: everyDay() }
    expect(allowedMoreTime(early, closed, 'customer', during)).toEqual(['accept', 'drop'])
    expect(allowedMoreTime(offered, closed, 'expert', during)).toEqual(['accept', 'drop'])
  })
})

describe('in the way of more time', () => {
  it.each<[string, readonly OccupiedTime[], string | null]>([
    ['is nobody', [], null],
    ['is not the session itself', [{ ...session, state: 'booked' }], null],
    ['is who comes next', [other(endsAt)], 'taken'],
    ['is not who comes a quarter later', [other(plus(endsAt, 15 * minute))], null],
    ['is who has already the last of it', [other(plus(endsAt, 14 * minute))], 'taken'],
    ['is not who was there before', [other(plus(session.startsAt, -60 * minute))], null],
  ])('%s', (_who, occupied, expected) => {
    expect(obstacleTo(session, nineToFive, occupied)).toBe(expected)
  })

  it('is whoever would have no gap before them', () => {
    const schedule = { ...nineToFive, policy: { ...nineToFive.policy, gapMinutes: 15 } }
    const next = other(plus(endsAt, 15 * minute))
    expect(obstacleTo(session, schedule, [next])).toBe('taken')
    expect(obstacleTo(session, nineToFive, [next])).toBeNull()
  })

  it('are the hours, where nobody else is', () => {
    const closed = { ...nineToFive, weekly: everyDay(hours(9, 11)) }
    expect(obstacleTo(session, closed, [])).toBe('outside_hours')
    expect(obstacleTo(session, closed, [other(endsAt)])).toBe('taken')
  })
})

describe('whatever the schedule', () => {
  const situation = fc.record({
    schedule: scheduleArbitrary,
    quarters: fc.integer({ min: 1, max: 31 }),
    start: fc
      .integer({ min: Date.UTC(2027, 1, 1) / 900_000, max: Date.UTC(2027, 11, 1) / 900_000 })
      .map((cell) => (cell * 900_000) as Instant),
    gone: fc.integer({ min: -30, max: 500 }),
  })

  it('a customer may offer exactly what lies inside the hours of that day, on its clock', () => {
    fc.assert(
      fc.property(situation, ({ schedule, quarters, start }) => {
        const record = sessionAt(new Date(start).toISOString().replace('.000', ''), quarters * 15)
        // What a clock does when it is changed is in the table above.
        fc.pre(isQuietDay(schedule, record.endsAt))
        const longer = longerSpan(record, schedule)
        const isBusy = schedule.busy.some(
          ({ from, to }) => from < longer.until && to > record.endsAt,
        )
        // Minute by minute on the wall: that of the last quarter must all be open.
        const isOpen = Array.from({ length: moreMinutes }, (_, index) =>
          isOpenAt(schedule, plus(record.endsAt, index * minute)),
        ).every(Boolean)
        const refused = refuseMoreTime(record, schedule, 'customer', 'offer', record.startsAt)
        expect(refused).toBe(
          record.minutes + moreMinutes > 480
            ? 'not_changeable'
            : isOpen && !isBusy
              ? null
              : 'outside_hours',
        )
      }),
      { numRuns: 300 },
    )
  })

  it('a longer session keeps all cells that it had, and gains those of a quarter of an hour', () => {
    fc.assert(
      fc.property(situation, ({ schedule, quarters, start, gone }) => {
        const iso = new Date(start).toISOString().replace('.000', '')
        const record = sessionAt(iso, quarters * 15)
        const own = { ...record, until: plus(record.endsAt, schedule.policy.gapMinutes * minute) }
        const now = plus(own.startsAt, gone * minute)
        if (refuseMoreTime(own, schedule, 'expert', 'offer', now) !== null) {
          expect(gone >= own.minutes + 5 || own.minutes + moreMinutes > 480).toBe(true)
          return
        }
        const longer = lengthen(offerMore(own, 'expert', now), longerSpan(own, schedule))
        const before = cellsOf(own)
        expect(cellsOf(longer).slice(0, before.length)).toEqual(before)
        expect(cellsOf(longer)).toHaveLength(before.length + 1)
        expect(longer.endsAt - longer.startsAt).toBe(longer.minutes * minute)
        expect(priceOfMore(own)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
  })
})

/** Whose clock is not changed on that day. */
function isQuietDay({ timeZone }: Schedule, at: Instant): boolean {
  const date = dateAt(timeZone, at)
  return startOfDay(timeZone, addDays(date, 2)) - startOfDay(timeZone, date) === 2 * day
}

/** By the clock on the wall, without windows: a second way to the same answer. */
function isOpenAt(schedule: Schedule, at: Instant): boolean {
  const { timeZone } = schedule
  const date = dateAt(timeZone, at)
  const [hour = 0, minutes = 0] = clockAt(timeZone, at).split(':').map(Number)
  const wall = hour * 60 + minutes
  const weekday = ((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7) + 1
  const windows = schedule.exceptions[date] ?? schedule.weekly[weekday as keyof Schedule['weekly']]
  return windows.some(({ from, to }) => from <= wall && wall < to)
}
