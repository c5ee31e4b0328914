import { describe, expect, it } from 'vitest'
import { formatInstant, parseInstant } from '../../../src/domain/time/instant.ts'
import type { Schedule } from '../../../src/domain/schedules/schedule.ts'
import {
  bookableStarts,
  refuseProposal,
  refuseStart,
} from '../../../src/domain/schedules/starts.ts'
import { clockAt } from '../../../src/domain/time/wall-time.ts'
import { everyDay, plainSchedule } from './schedules.ts'

const hours = (from: number, to: number) => ({ from: from * 60, to: to * 60 })

/** The starts between two instants as `HH:MM` on the expert's clock. */
function clocks(schedule: Schedule, minutes: number, from: string, before: string): string[] {
  const range = { from: parseInstant(from), before: parseInstant(before) }
  return [...bookableStarts(schedule, minutes, range, range.from)].map((span) =>
    clockAt(schedule.timeZone, span.startsAt),
  )
}

describe('clock changes', () => {
  it('Berlin loses the hour that the clock skips, and a window inside it is empty', () => {
    const schedule = { ...plainSchedule, weekly: everyDay(hours(1, 4)) }
    const day = ['2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z'] as const
    expect(clocks(schedule, 60, ...day)).toEqual(['01:00', '01:30', '03:00'])
    const inTheGap = { ...plainSchedule, weekly: everyDay(hours(2, 3)) }
    expect(clocks(inTheGap, 30, ...day)).toEqual([])
  })

  it('Berlin has the repeated hour twice in autumn', () => {
    const schedule = { ...plainSchedule, weekly: everyDay(hours(2, 4)) }
    const starts = clocks(schedule, 60, '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')
    expect(starts).toEqual(['02:00', '02:30', '02:00', '02:30', '03:00'])
  })

  it('Lord Howe turns its clock by half an hour', () => {
    const timeZone = 'Australia/Lord_Howe'
    const schedule = { ...plainSchedule, timeZone, weekly: everyDay(hours(1, 4)) }
    const autumn = clocks(schedule, 30, '2027-04-03T13:00:00Z', '2027-04-04T13:30:00Z')
    expect(autumn).toEqual(['01:00', '01:30', '01:30', '02:00', '02:30', '03:00', '03:30'])
    const spring = clocks(schedule, 30, '2027-10-02T13:30:00Z', '2027-10-03T13:00:00Z')
    expect(spring).toEqual(['01:00', '01:30', '02:30', '03:00', '03:30'])
  })

  it('Cairo skips midnight itself: the day begins at one', () => {
    const timeZone = 'Africa/Cairo'
    const schedule = { ...plainSchedule, timeZone, weekly: everyDay(hours(0, 2)) }
    expect(clocks(schedule, 30, '2027-04-29T22:00:00Z', '2027-04-30T06:00:00Z')).toEqual([
      '01:00',
      '01:30',
    ])
  })

  it.each([
    ['Asia/Kathmandu', '2027-01-10T03:15:00Z'],
    ['Australia/Adelaide', '2027-01-09T22:30:00Z'],
    ['Pacific/Chatham', '2027-01-09T19:15:00Z'],
    ['America/St_Johns', '2027-01-10T12:30:00Z'],
  ])('nine o’clock in %s is %s', (timeZone, instant) => {
    const schedule = { ...plainSchedule, timeZone, weekly: everyDay(hours(9, 10)) }
    const now = parseInstant('2027-01-09T15:00:00Z')
    const range = { from: now, before: parseInstant('2027-01-10T15:00:00Z') }
    const [first] = bookableStarts(schedule, 60, range, now)
    expect(first && formatInstant(first.startsAt)).toBe(instant)
  })
})

describe('midnight', () => {
  const evening = { from: 22 * 60 + 30, to: 24 * 60 }
  const schedule: Schedule = {
    ...plainSchedule,
    timeZone: 'UTC',
    weekly: { ...plainSchedule.weekly, 1: [evening], 2: [hours(0, 2)] },
    policy: { ...plainSchedule.policy, stepMinutes: 60 },
  }
  const night = ['2027-01-04T12:00:00Z', '2027-01-05T12:00:00Z'] as const

  it('lets a session run through, on the grid of the evening', () => {
    expect(clocks(schedule, 60, ...night)).toEqual(['22:30', '23:30', '00:30'])
  })

  it('leaves the morning out when its own date is an exception', () => {
    const off = { ...schedule, exceptions: { '2027-01-05': [] } }
    expect(clocks(off, 60, ...night)).toEqual(['22:30'])
    const monday = { ...schedule, exceptions: { '2027-01-04': [] } }
    expect(clocks(monday, 60, ...night)).toEqual(['00:00', '01:00'])
  })

  it('keeps hours around the clock on the clock', () => {
    const always = { ...schedule, weekly: everyDay(hours(0, 24)) }
    expect(clocks(always, 60, ...night)).toHaveLength(24)
    expect(clocks(always, 60, ...night).every((clock) => clock.endsWith(':00'))).toBe(true)
  })
})

describe('why a start is refused', () => {
  const now = parseInstant('2027-01-04T08:00:00Z')
  const schedule: Schedule = {
    ...plainSchedule,
    timeZone: 'UTC',
    weekly: everyDay(hours(9, 12)),
    busy: [
      { from: parseInstant('2027-01-06T10:00:00Z'), to: parseInstant('2027-01-06T10:20:00Z') },
    ],
    policy: { ...plainSchedule.policy, noticeMinutes: 120, horizonDays: 10, gapMinutes: 15 },
  }

  it.each([
    ['2027-01-05T09:00:00Z', 30, null],
    ['2027-01-05T09:00:00Z', 45, 'length_not_offered'],
    ['2027-01-03T09:00:00Z', 30, 'in_the_past'],
    ['2027-01-04T09:30:00Z', 30, 'inside_notice'],
    ['2027-01-04T10:00:00Z', 30, null],
    ['2027-01-14T11:30:00Z', 30, null],
    ['2027-01-15T09:00:00Z', 30, 'beyond_horizon'],
    ['2027-01-05T08:30:00Z', 30, 'outside_hours'],
    ['2027-01-05T12:00:00Z', 30, 'outside_hours'],
    ['2027-01-05T11:30:00Z', 60, 'outside_hours'],
    ['2027-01-05T09:10:00Z', 30, 'off_grid'],
    ['2027-01-05T09:00:00.001Z', 30, 'off_grid'],
    ['2027-01-06T10:00:00Z', 30, 'busy_elsewhere'],
    ['2027-01-06T09:30:00Z', 30, 'busy_elsewhere'],
    ['2027-01-06T10:30:00Z', 30, null],
  ])('%s for %i min: %s', (startsAt, minutes, refusal) => {
    expect(refuseStart(schedule, parseInstant(startsAt), minutes, now)).toBe(refusal)
  })

  it('says that the expert has paused where nothing else is in the way', () => {
    const paused = { ...schedule, paused: true }
    const free = parseInstant('2027-01-05T09:00:00Z')
    expect(refuseStart(paused, free, 30, now)).toBe('paused')
    expect(refuseStart(paused, free, 45, now)).toBe('length_not_offered')
    expect(refuseStart(paused, parseInstant('2027-01-05T08:30:00Z'), 30, now)).toBe('outside_hours')
    const range = { from: now, before: parseInstant('2027-01-08T00:00:00Z') }
    expect([...bookableStarts(paused, 30, range, now)]).toEqual([])
  })

  it('binds what the expert proposes by neither notice nor pause', () => {
    const paused = { ...schedule, paused: true }
    const refused = (startsAt: string, minutes = 30) =>
      refuseProposal(paused, parseInstant(startsAt), minutes, now)
    expect(refused('2027-01-04T09:30:00Z')).toBeNull()
    expect(refused('2027-01-05T09:00:00Z')).toBeNull()
    expect(refused('2027-01-03T09:00:00Z')).toBe('in_the_past')
    expect(refused('2027-01-15T09:00:00Z')).toBe('beyond_horizon')
    expect(refused('2027-01-05T09:10:00Z')).toBe('off_grid')
    expect(refused('2027-01-05T09:00:00Z', 45)).toBe('length_not_offered')
  })
})
