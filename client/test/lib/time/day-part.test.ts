import { describe, expect, it } from 'vitest'
import { dayPart, firstWaking } from '../../../src/lib/time/day-part.ts'

const at = (time: string, date = '2026-11-25') => `${date}T${time}:00Z`

describe('the parts of a day', () => {
  it('are called as people call them', () => {
    const parts = ['00:00', '01:00', '04:59', '05:00', '11:45', '12:00', '17:00', '21:45', '22:00']
    expect(parts.map((time) => dayPart(at(time), 'UTC'))).toEqual([
      'Night',
      'Night',
      'Night',
      'Morning',
      'Morning',
      'Afternoon',
      'Evening',
      'Evening',
      'Night',
    ])
    expect(dayPart(at('20:00'), 'Asia/Kathmandu')).toBe('Night')
  })
})

describe('what is offered unasked', () => {
  it('is at a time when people are up, if there is one within a week', () => {
    expect(firstWaking([at('02:00'), at('06:30'), at('07:00'), at('09:00')], 'UTC')).toBe(
      at('07:00'),
    )
    expect(firstWaking([at('02:00'), at('09:00', '2026-12-01')], 'UTC')).toBe(
      at('09:00', '2026-12-01'),
    )
    expect(firstWaking([at('02:00'), at('09:00', '2026-12-03')], 'UTC')).toBe(at('02:00'))
    expect(firstWaking([], 'UTC')).toBeNull()
  })

  it('counts by the clock of who is asked', () => {
    const night = [at('01:00'), at('08:00')]
    expect(firstWaking(night, 'Asia/Tokyo')).toBe(at('01:00'))
    expect(firstWaking(night, 'Europe/Berlin')).toBe(at('08:00'))
  })
})
