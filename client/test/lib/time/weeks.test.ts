import { describe, expect, it, vi } from 'vitest'
import { formatMonths } from '../../../src/lib/time/time.ts'
import { laterWeeks, weekOf, weeksFrom, weeksWith } from '../../../src/lib/time/weeks.ts'

const speak = (language: string) => vi.spyOn(navigator, 'language', 'get').mockReturnValue(language)

describe('the weeks of a calendar', () => {
  it('begin as the region has it', () => {
    speak('en-GB')
    expect(weekOf('2026-11-29')).toBe('2026-11-23')
    speak('en-US')
    expect(weekOf('2026-11-28')).toBe('2026-11-22')
    expect(weekOf('2026-11-29')).toBe('2026-11-29')
    speak('ar-EG')
    expect(weekOf('2026-11-29')).toBe('2026-11-28')
  })

  it('roll on from this week, also over the end of a year and a day that clocks skip', () => {
    speak('en-AU')
    expect(weeksWith('2026-11-28', '2026-11-28')).toBe('2026-11-23')
    expect(weeksWith('2026-12-27', '2026-11-28')).toBe('2026-11-23')
    expect(weeksWith('2026-12-28', '2026-11-28')).toBe('2026-12-28')
    expect(laterWeeks('2026-12-28', 1)).toBe('2027-02-01')
    expect(laterWeeks('2027-02-01', -1)).toBe('2026-12-28')
    const weeks = weeksFrom('2026-12-28')
    expect(weeks).toHaveLength(5)
    expect(weeks.flat()).toHaveLength(35)
    expect(weeks[0]?.[4]).toBe('2027-01-01')
  })

  it('show none that lies behind the last day', () => {
    speak('en-GB')
    expect(weeksFrom('2026-11-23', '2026-12-07').at(-1)?.[0]).toBe('2026-12-07')
    expect(weeksFrom('2026-11-23', '2026-12-06').at(-1)?.[0]).toBe('2026-11-30')
  })

  it('are headed by their months', () => {
    speak('en-GB')
    expect(formatMonths('2026-11-02', '2026-11-29')).toBe('November 2026')
    expect(formatMonths('2026-11-23', '2026-12-27')).toBe('November – December 2026')
    expect(formatMonths('2026-12-28', '2027-01-31')).toBe('December 2026 – January 2027')
  })
})
