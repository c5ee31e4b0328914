import { beforeEach, expect, test, vi } from 'vitest'
import {
  daysOfWeek,
  hoursOn,
  instantAt,
  shownHours,
  spanOfWeek,
  stretchOf,
} from '../../../src/features/hours/draft/week.ts'
import { weekOf } from '../../../src/lib/time/weeks.ts'
import { deskBooking, sampleSchedule } from '../../pages/desk/desk-world.tsx'

beforeEach(() => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
})

test('a week begins as the language has it', () => {
  expect(weekOf('2030-11-24')).toBe('2030-11-18')
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-US')
  expect(weekOf('2030-11-24')).toBe('2030-11-24')
})

test('a week in which the clocks change is an hour longer', () => {
  const { from, to } = spanOfWeek('2030-10-21', 'Europe/Berlin')
  expect([from, to]).toEqual(['2030-10-20T22:00:00Z', '2030-10-27T23:00:00Z'])
})

test('a date of its own counts before the weekday, and none of it is off', () => {
  const schedule = sampleSchedule({ exceptions: [{ date: '2030-11-25', hours: [] }] })
  expect(hoursOn('2030-11-25', schedule)).toEqual([])
  expect(hoursOn('2030-11-26', schedule)).toEqual([{ from: '09:00', to: '12:00' }])
})

test('sessions stand on the day and at the time of the expert’s zone, cut at midnight', () => {
  const booking = deskBooking({ startsAt: '2030-11-25T14:30:00Z', minutes: 60 })
  const schedule = sampleSchedule({ timeZone: 'Asia/Tokyo' })
  const days = daysOfWeek('2030-11-25', schedule, [booking])
  expect(days.map(({ bookings }) => bookings.length)).toEqual([1, 0, 0, 0, 0, 0, 0])
  expect(stretchOf(booking, 'Asia/Tokyo')).toEqual({ from: 23.5 * 60, to: 1440 })
  expect(shownHours(days, 'Asia/Tokyo')).toEqual({ from: 8 * 60, to: 1440 })
})

test('a wall-clock time is an instant', () => {
  expect(instantAt('2030-11-25', 9 * 60 + 15, 'Asia/Kathmandu')).toBe('2030-11-25T03:30:00Z')
})
