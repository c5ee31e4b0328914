import { expect, it } from 'vitest'
import { typedTime } from '../../../src/lib/time/typed-time.ts'

it.each([
  ['17:30', '17:30'],
  ['9:05', '09:05'],
  ['9', '09:00'],
  ['17', '17:00'],
  ['930', '09:30'],
  ['1730', '17:30'],
  ['17.30', '17:30'],
  ['17h30', '17:30'],
  ['17 h', '17:00'],
  ['5 pm', '17:00'],
  ['5:30 PM', '17:30'],
  ['12 am', '00:00'],
  ['12:15 p.m.', '12:15'],
  ['24:00', '00:00'],
  ['00:00', '00:00'],
])('%s is %s', (text, time) => {
  expect(typedTime(text)).toBe(time)
})

it.each(['', 'noonish', '25', '24:15', '17:60', '13 pm', '0 am', '1:2:3', '12345'])(
  'no time: “%s”',
  (text) => {
    expect(typedTime(text)).toBeNull()
  },
)
