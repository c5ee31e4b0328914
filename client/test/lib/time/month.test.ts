import { describe, expect, it } from 'vitest'
import { askable, boundsOf, sameDayIn, startOfDay } from '../../../src/lib/time/month.ts'
import { sampleExpert } from '../../features/board/sample.ts'

const expert = sampleExpert({ timeZone: 'Asia/Tokyo' })
const at = (text: string) => Date.parse(text)

describe('what can be browsed', () => {
  it('goes from today here to the end of the last day there', () => {
    // In Tokyo it is the 24th already; its last day ends in the afternoon of the same date in Berlin.
    const bounds = boundsOf(expert, 'Europe/Berlin', at('2026-11-23T20:00:00Z'))
    expect(bounds).toEqual({ today: '2026-11-23', last: '2027-01-23' })
  })

  it('asks for no day that has passed or lies beyond', () => {
    const bounds = { today: '2026-11-23', last: '2027-01-10' }
    const ask = (from: string, to: string) => askable({ from, to }, bounds)
    expect(ask('2026-11-16', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
    expect(ask('2026-12-01', '2026-12-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
    expect(ask('2027-01-04', '2027-02-07')).toEqual({ from: '2027-01-04', to: '2027-01-10' })
    expect(ask('2027-02-01', '2027-02-28')).toBeNull()
    expect(ask('2026-10-01', '2026-11-22')).toBeNull()
  })
})

describe('a month', () => {
  it('has the same day as another one, or its last', () => {
    expect(sameDayIn('2027-02', '2026-12-31')).toBe('2027-02-28')
    expect(sameDayIn('2027-03', '2026-12-15')).toBe('2027-03-15')
  })
})

describe('a day', () => {
  it('begins after midnight where the clocks skip it', () => {
    expect(startOfDay('2024-09-08', 'America/Santiago')).toBe(at('2024-09-08T04:00:00Z'))
    expect(startOfDay('2026-11-25', 'Asia/Kathmandu')).toBe(at('2026-11-24T18:15:00Z'))
  })
})
