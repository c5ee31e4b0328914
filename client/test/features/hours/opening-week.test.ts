import { expect, it } from 'vitest'
import { openingWeek } from '../../../src/features/hours/draft/opening-week.ts'
import { weekOf } from '../../../src/lib/time/weeks.ts'

const working = [{ from: '09:00', to: '17:00' }]
const schedule = {
  timeZone: 'Europe/Berlin',
  weekly: { 1: working, 2: working, 3: working, 4: working, 5: working, 6: [], 7: [] },
  exceptions: [],
}
// By the browser's language a week may begin on Sunday; neither side of one is asked about.
const [thursday, friday, saturday] = ['2027-01-14', '2027-01-15', '2027-01-16']
const at = (date: string, time: string) => Date.parse(`${date}T${time}:00+01:00`)
const next = { startsAt: '2027-01-27T09:00:00Z' }

it('is this one while some of its hours are to come', () => {
  expect(openingWeek(at(thursday, '20:00'), schedule, next)).toBe(weekOf(thursday))
  expect(openingWeek(at(friday, '16:45'), schedule, undefined)).toBe(weekOf(friday))
})

it('is the one of the next session once this one’s hours are over', () => {
  expect(openingWeek(at(friday, '17:00'), schedule, next)).toBe(weekOf('2027-01-27'))
  expect(openingWeek(at(saturday, '10:00'), schedule, { startsAt: '2027-01-16T18:00:00Z' })).toBe(
    weekOf(saturday),
  )
})

it('is the next one where nothing is booked, and goes by the hours of a date', () => {
  expect(openingWeek(at(saturday, '10:00'), schedule, undefined)).toBe(weekOf('2027-01-22'))
  const exceptions = [{ date: saturday, hours: working }]
  expect(openingWeek(at(saturday, '10:00'), { ...schedule, exceptions }, undefined)).toBe(
    weekOf(saturday),
  )
})
