import * as fc from 'fast-check'
import { instantOf } from '../../../src/domain/time/instant.ts'
import { mergeBusy } from '../../../src/domain/schedules/busy-times.ts'
import type { Schedule, WallWindow } from '../../../src/domain/schedules/schedule.ts'

/** Zones that break careless code: both hemispheres, half and quarter hours, a half-hour clock change, odd gaps. */
export const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Apia',
  'America/Havana',
] as const

export const plainSchedule: Schedule = {
  version: 1,
  timeZone: 'Europe/Berlin',
  weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] },
  exceptions: {},
  busy: [],
  sessionLengths: [30, 60],
  policy: {
    noticeMinutes: 0,
    horizonDays: 60,
    gapMinutes: 0,
    stepMinutes: 30,
    cancellationMinutes: 1440,
  },
  paused: false,
}

/** The same hours on every weekday. */
export function everyDay(...windows: WallWindow[]): Schedule['weekly'] {
  return { 1: windows, 2: windows, 3: windows, 4: windows, 5: windows, 6: windows, 7: windows }
}

const windowArbitrary = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ from: from * 15, to: Math.min(1440, (from + length) * 15) }))

const windowsArbitrary = fc.array(windowArbitrary, { maxLength: 3 })

/** Around clock changes as well as in quiet weeks: any minute of three years. */
export const instantArbitrary = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2028, 11, 1) / 60_000 })
  .map((minutes) => instantOf(minutes * 60_000))

export const scheduleArbitrary: fc.Arbitrary<Schedule> = fc.record({
  version: fc.constant(1),
  timeZone: fc.constantFrom(...zones),
  weekly: fc.record({
    1: windowsArbitrary,
    2: windowsArbitrary,
    3: windowsArbitrary,
    4: windowsArbitrary,
    5: windowsArbitrary,
    6: windowsArbitrary,
    7: windowsArbitrary,
  }),
  exceptions: fc.dictionary(
    fc.integer({ min: 1, max: 28 }).map((date) => `2027-03-${String(date).padStart(2, '0')}`),
    windowsArbitrary,
    { maxKeys: 4 },
  ),
  busy: fc
    .array(
      fc
        .tuple(instantArbitrary, fc.integer({ min: 1, max: 600 }))
        .map(([from, minutes]) => ({ from, to: instantOf(from + minutes * 60_000) })),
      { maxLength: 3 },
    )
    .map(mergeBusy),
  sessionLengths: fc.constantFrom([30], [30, 60], [15, 45, 90], [60]),
  policy: fc.record({
    noticeMinutes: fc.constantFrom(0, 60, 1440),
    horizonDays: fc.integer({ min: 1, max: 30 }),
    gapMinutes: fc.constantFrom(0, 15, 30),
    stepMinutes: fc.constantFrom(15, 30, 60),
    cancellationMinutes: fc.constant(1440),
  }),
  paused: fc.integer({ min: 0, max: 7 }).map((each) => each === 0),
})
