import { describe, expect, it } from 'vitest'
import {
  dayOf,
  freeIn,
  nightsIn,
  type Stretch,
} from '../../../src/features/board/zone/day-stretches.ts'

const text = (stretches: readonly Stretch[]) =>
  stretches.map(({ from, to }) =>
    [from, to].map((at) => new Date(at).toISOString().slice(5, 16)).join(' to '),
  )

describe('a day on two clocks', () => {
  it('has its nights at both ends, and those of the other side in between', () => {
    const day = dayOf('2026-11-25', 'Europe/Berlin')
    expect(text(nightsIn(day, 'Europe/Berlin'))).toEqual([
      '11-24T23:00 to 11-25T04:00',
      '11-25T21:00 to 11-25T23:00',
    ])
    expect(text(nightsIn(day, 'Asia/Kathmandu'))).toEqual([
      '11-24T23:00 to 11-24T23:15',
      '11-25T16:15 to 11-25T23:00',
    ])
  })

  it('is longer or shorter when clocks change', () => {
    const hours = ({ from, to }: Stretch) => (to - from) / 3_600_000
    expect(hours(dayOf('2027-03-28', 'Europe/Berlin'))).toBe(23)
    expect(hours(dayOf('2027-10-31', 'Europe/Berlin'))).toBe(25)
    expect(hours(dayOf('2026-10-04', 'Australia/Lord_Howe'))).toBe(23.5)
  })

  it('joins free times that follow on each other', () => {
    const slot = (begin: string, end: string, state: 'free' | 'taken' = 'free') => ({
      startsAt: `2026-11-25T${begin}:00Z`,
      endsAt: `2026-11-25T${end}:00Z`,
      state,
    })
    const free = freeIn([
      slot('09:00', '10:00'),
      slot('09:30', '10:30'),
      slot('10:30', '11:30', 'taken'),
      slot('12:00', '13:00'),
    ])
    expect(text(free)).toEqual(['11-25T09:00 to 11-25T10:30', '11-25T12:00 to 11-25T13:00'])
  })
})
