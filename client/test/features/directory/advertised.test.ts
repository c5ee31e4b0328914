import { expect, test } from 'vitest'
import { advertisedTimes, soonestFirst } from '../../../src/features/directory/advertised.ts'

const now = Date.parse('2026-11-25T20:00:00Z')
const berlin = 'Europe/Berlin'
const free = (...freeTimes: string[]) => ({ freeTimes, nextFreeAt: freeTimes[0] ?? null })

// 00:15, 04:45, 07:00, 09:00 and 22:00 in Berlin.
const night = ['2026-11-25T23:15:00Z', '2026-11-26T03:45:00Z']
const day = ['2026-11-26T06:00:00Z', '2026-11-26T08:00:00Z']

test('times at the visitor’s night are not offered where there are others', () => {
  const expert = free(...night, ...day, '2026-11-26T21:00:00Z')
  expect(advertisedTimes(expert, berlin, now)).toEqual(day)
  // The same instants by another clock: a quarter past six in the evening in New York.
  expect(advertisedTimes(expert, 'America/New_York', now)[0]).toBe(night[0])
})

test('they are where there are no others', () => {
  expect(advertisedTimes(free(...night), berlin, now)).toEqual(night)
})

test('three at most, none that has passed, and the stored one where a list told no others', () => {
  const hours = [8, 10, 12, 14].map((hour) => `2026-11-26T${String(hour).padStart(2, '0')}:00:00Z`)
  expect(advertisedTimes(free('2026-11-25T19:00:00Z', ...hours), berlin, now)).toEqual(
    hours.slice(0, 3),
  )
  expect(advertisedTimes({ nextFreeAt: hours[0] ?? null }, berlin, now)).toEqual([hours[0]])
  expect(advertisedTimes({ nextFreeAt: null }, berlin, now)).toEqual([])
})

test('who has time by day comes before who has only a night, and nobody’s order among equals changes', () => {
  const sleepless = { id: 'sleepless', ...free('2026-11-25T23:15:00Z', '2026-11-26T14:00:00Z') }
  const early = { id: 'early', ...free('2026-11-26T06:00:00Z') }
  const same = { id: 'same', ...free('2026-11-26T06:00:00Z') }
  const none = { id: 'none', ...free() }
  const order = soonestFirst([none, sleepless, early, same], berlin, now)
  expect(order.map(({ id }) => id)).toEqual(['early', 'same', 'sleepless', 'none'])
})
