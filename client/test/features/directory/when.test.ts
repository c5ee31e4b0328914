import { expect, test } from 'vitest'
import { offeredWhens, windowOf } from '../../../src/features/directory/when.ts'

const berlin = 'Europe/Berlin'
const at = (iso: string) => Date.parse(iso)
// A Wednesday, two in the afternoon in Berlin.
const wednesday = at('2026-11-25T13:00:00Z')

test.each([
  ['today', '2026-11-24T23:00:00Z', '2026-11-25T23:00:00Z'],
  ['evening', '2026-11-25T16:00:00Z', '2026-11-25T22:00:00Z'],
  ['tomorrow', '2026-11-25T23:00:00Z', '2026-11-26T23:00:00Z'],
  ['weekend', '2026-11-27T23:00:00Z', '2026-11-29T23:00:00Z'],
] as const)('%s is told by the visitor’s clock', (when, from, before) => {
  expect(windowOf(when, berlin, wednesday)).toEqual({ from, before })
})

test('the day is the visitor’s, not the one of UTC', () => {
  expect(windowOf('today', 'Pacific/Auckland', wednesday).from).toBe('2026-11-25T11:00:00Z')
  expect(windowOf('today', 'Pacific/Honolulu', at('2026-11-25T05:00:00Z')).from).toBe(
    '2026-11-24T10:00:00Z',
  )
})

test.each(['2026-11-28T11:00:00Z', '2026-11-29T11:00:00Z'])(
  'on the weekend, it is this one: %s',
  (now) => {
    const { before } = windowOf('weekend', berlin, at(now))
    expect(before).toBe('2026-11-29T23:00:00Z')
    expect(at(windowOf('weekend', berlin, at(now)).from)).toBeLessThanOrEqual(at(now))
  },
)

test('a day of 25 hours is whole, and nothing reaches farther ahead than the server looks', () => {
  const { from, before } = windowOf('today', berlin, at('2026-10-25T10:00:00Z'))
  expect(at(before) - at(from)).toBe(25 * 3_600_000)
  for (let hours = 0; hours < 24 * 14; hours++) {
    const now = wednesday + hours * 3_600_000
    expect(at(windowOf('weekend', berlin, now).before) - now).toBeLessThanOrEqual(8 * 86_400_000)
  }
})

test('an evening is offered while there is one, and a weekend before its last day', () => {
  expect(offeredWhens(berlin, wednesday)).toEqual(['today', 'evening', 'tomorrow', 'weekend'])
  expect(offeredWhens(berlin, at('2026-11-25T20:30:00Z'))).not.toContain('evening')
  expect(offeredWhens(berlin, at('2026-11-29T11:00:00Z'))).not.toContain('weekend')
})
