import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { hour, minute, parseInstant, plus } from '../../../src/domain/time/instant.ts'
import { timeLeft } from '../../../src/mail/words/time-left.ts'

const zone = 'Europe/London'
const startsAt = parseInstant('2027-01-12T14:30:00Z')

it.each([
  ['2027-01-10T14:30:00Z', 'on Tuesday 12 January at 14:30'],
  ['2027-01-11T14:30:00Z', 'tomorrow at 14:30'],
  ['2027-01-11T23:59:59Z', 'tomorrow at 14:30'],
  ['2027-01-12T00:00:00Z', 'today at 14:30'],
  ['2027-01-12T12:30:00Z', 'today at 14:30'],
  ['2027-01-12T12:30:31Z', 'in one hour and 59 minutes'],
  ['2027-01-12T13:29:31Z', 'in one hour'],
  ['2027-01-12T13:30:00Z', 'in one hour'],
  ['2027-01-12T13:29:00Z', 'in one hour and one minute'],
  ['2027-01-12T13:31:00Z', 'in 59 minutes'],
  ['2027-01-12T14:20:00Z', 'in 10 minutes'],
  ['2027-01-12T14:29:59Z', 'in one minute'],
  ['2027-01-12T14:30:00Z', null],
  ['2027-01-12T15:00:00Z', null],
])('at %s it starts %s', (now, expected) => {
  expect(timeLeft(startsAt, parseInstant(now), zone)).toBe(expected)
})

it('tomorrow is that of the reader, on days of 23 and 25 hours too', () => {
  const at = (now: string, start: string, where: string) =>
    timeLeft(parseInstant(start), parseInstant(now), where)
  expect(at('2027-01-12T20:00Z', '2027-01-12T22:30Z', 'Asia/Tokyo')).toBe('today at 07:30')
  expect(at('2027-01-12T12:00Z', '2027-01-12T15:30Z', 'Asia/Tokyo')).toBe('tomorrow at 00:30')
  expect(at('2027-03-27T09:00Z', '2027-03-28T08:00Z', 'Europe/Berlin')).toBe('tomorrow at 10:00')
  expect(at('2027-10-30T09:00Z', '2027-10-31T10:00Z', 'Europe/Berlin')).toBe('tomorrow at 11:00')
  expect(at('2027-04-03T01:00Z', '2027-04-04T01:30Z', 'Australia/Lord_Howe')).toBe(
    'tomorrow at 12:00',
  )
})

it('minutes that are told are those that are left, to half a minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 * hour - minute }), (left) => {
      const words = timeLeft(startsAt, plus(startsAt, -left), zone) ?? ''
      const hours = words.includes('one hour') ? 60 : 0
      const rest = words.includes('one minute') ? 1 : Number(/(\d+) minutes/.exec(words)?.[1] ?? 0)
      const slip = Math.abs((hours + rest) * minute - left)
      expect(slip).toBeLessThanOrEqual(left < minute ? minute : minute / 2)
    }),
  )
})
