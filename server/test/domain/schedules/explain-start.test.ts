import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listDays, occupiedOf } from '../../../src/domain/boards/board.ts'
import { describeFinding } from '../../../src/domain/schedules/describe-finding.ts'
import { explainStart } from '../../../src/domain/schedules/explain-start.ts'
import {
  formatInstant,
  instantOf,
  minute,
  parseInstant,
  plus,
} from '../../../src/domain/time/instant.ts'
import type { Schedule } from '../../../src/domain/schedules/schedule.ts'
import { spanOf } from '../../../src/domain/schedules/starts.ts'
import { addDays, dateAt, startOfDay } from '../../../src/domain/time/wall-time.ts'
import { everyDay, plainSchedule } from './schedules.ts'
import { liveRecord, situation } from './situations.ts'

const quarter = 15 * minute

describe('why a time is not bookable', () => {
  it('is that it is bookable for exactly what the board lists as free', () => {
    fc.assert(
      fc.property(situation, fc.boolean(), ([{ schedule, now, timeZone }, live], listed) => {
        const minutes = schedule.sessionLengths[0] ?? 30
        const from = dateAt(timeZone, now)
        const range = { from, to: addDays(from, 1), timeZone, minutes }
        const { days } = listDays(schedule, range, live.map(occupiedOf), now)
        const free = new Set(
          days
            .flatMap(({ slots }) => slots)
            .filter(({ state }) => state === 'free')
            .map(({ startsAt }) => startsAt),
        )
        const end = startOfDay(timeZone, addDays(from, 2))
        const begin = Math.ceil(startOfDay(timeZone, from) / quarter) * quarter
        for (let at = instantOf(begin); at < end; at = plus(at, quarter)) {
          const span = spanOf(schedule, at, minutes)
          const { verdict } = explainStart({ schedule, span, now, listed, occupied: live })
          expect(verdict === 'bookable').toBe(listed && free.has(formatInstant(at)))
        }
      }),
      { numRuns: 200 },
    )
  })

  const now = parseInstant('2027-01-04T08:00:00Z')
  const schedule: Schedule = {
    ...plainSchedule,
    timeZone: 'Asia/Kathmandu',
    weekly: { ...everyDay({ from: 9 * 60, to: 12 * 60 }, { from: 20 * 60, to: 1440 }), 6: [] },
    exceptions: { '2027-01-07': [] },
    busy: [
      { from: parseInstant('2027-01-08T04:15:00Z'), to: parseInstant('2027-01-08T05:15:00Z') },
    ],
    policy: { ...plainSchedule.policy, noticeMinutes: 750, horizonDays: 10, gapMinutes: 15 },
  }
  const record = (id: string, iso: string, expiresAt: typeof now | null) => {
    const { startsAt, endsAt, until } = spanOf(schedule, parseInstant(iso), 30)
    return liveRecord(id, { startsAt, endsAt, until }, expiresAt)
  }
  // 09:30 and 11:30 on the sixth in Kathmandu, which is a quarter to six ahead of UTC.
  const occupied = [
    record('a-booking', '2027-01-06T03:45:00Z', null),
    record('a-hold', '2027-01-06T05:45:00Z', plus(now, minute)),
  ]

  it.each([
    ['2027-01-05T03:15:00Z', 30, 'bookable', 'This time can be booked.'],
    ['2027-01-04T07:59:00Z', 30, 'past', 'This time has passed.'],
    [
      '2027-01-05T03:15:00Z',
      45,
      'length_not_offered',
      'You offer sessions of 30 and 60 minutes; this is one of 45.',
    ],
    ['2027-01-07T03:15:00Z', 30, 'time_off', 'You have time off on Thursday 7 January.'],
    ['2027-01-09T03:15:00Z', 30, 'no_hours', 'You have no hours on Saturdays.'],
    [
      '2027-01-05T07:15:00Z',
      30,
      'outside_hours',
      'Your hours on Tuesday 5 January are 09:00–12:00 and 20:00–24:00.',
    ],
    ['2027-01-05T05:45:00Z', 60, 'too_long', 'It would end at 12:30; your hours end at 12:00.'],
    [
      '2027-01-05T03:30:00Z',
      30,
      'off_grid',
      'Your sessions start every 30 minutes; near this time at 09:00 and 09:30.',
    ],
    ['2027-01-08T03:45:00Z', 30, 'busy', 'Your calendar is busy 10:00–11:00.'],
    [
      '2027-01-15T03:15:00Z',
      30,
      'beyond_horizon',
      'You can be booked 10 days ahead, up to Thursday 14 January.',
    ],
    [
      '2027-01-04T14:15:00Z',
      30,
      'inside_notice',
      'You asked for 12 hours 30 minutes of notice; this is in 6 hours 15 minutes.',
    ],
    ['2027-01-06T03:45:00Z', 30, 'booked', 'There is a session 09:30–10:00.'],
    [
      '2027-01-06T03:15:00Z',
      30,
      'gap',
      'It would end at 09:30 and leave less than 15 minutes before the session at 09:30.',
    ],
    [
      '2027-01-06T04:15:00Z',
      30,
      'gap',
      'The session that ends at 10:00 keeps the time free until 10:15.',
    ],
    ['2027-01-06T05:45:00Z', 30, 'held', 'Somebody is booking 11:30–12:00 right now.'],
  ] as const)('%s for %i min: %s', (startsAt, minutes, verdict, text) => {
    const span = spanOf(schedule, parseInstant(startsAt), minutes)
    const finding = explainStart({ schedule, span, now, listed: true, occupied })
    expect(finding.verdict).toBe(verdict)
    expect(describeFinding(finding, schedule, span)).toBe(text)
  })

  it('names the rule that lasts before a pause, and a pause before the directory', () => {
    const paused = { ...schedule, paused: true }
    const verdictOf = (startsAt: string, listed: boolean, of = paused) => {
      const span = spanOf(of, parseInstant(startsAt), 30)
      return explainStart({ schedule: of, span, now, listed, occupied }).verdict
    }
    expect(verdictOf('2027-01-05T03:15:00Z', false)).toBe('paused')
    expect(verdictOf('2027-01-05T03:15:00Z', false, schedule)).toBe('not_listed')
    expect(verdictOf('2027-01-07T03:15:00Z', false)).toBe('time_off')
    expect(verdictOf('2027-01-06T03:45:00Z', false)).toBe('booked')
  })
})
