import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodsUpTo } from '../../../src/domain/numbers/periods.ts'
import {
  day,
  formatInstant,
  hour,
  type Instant,
  parseInstant,
} from '../../../src/domain/time/instant.ts'
import { weekdayOf } from '../../../src/domain/time/wall-time.ts'

const zones = [
  'Europe/London',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Santiago',
]

describe('the periods up to now', () => {
  it('are whole weeks from Monday, also where a week has an hour more or less', () => {
    const periods = periodsUpTo(parseInstant('2027-04-01T12:00:00Z'), 'week', 'Europe/London')
    expect(periods).toHaveLength(26)
    const last = periods.slice(-2)
    expect(last.map(({ date }) => date)).toEqual(['2027-03-22', '2027-03-29'])
    expect(last.map(({ from }) => formatInstant(from))).toEqual([
      '2027-03-22T00:00:00Z',
      '2027-03-28T23:00:00Z',
    ])
    expect(last.map(({ from, before }) => (before - from) / hour)).toEqual([167, 168])
  })

  it('are whole months, also around the turn of a year and in a leap year', () => {
    const periods = periodsUpTo(parseInstant('2028-03-01T00:30:00Z'), 'month', 'America/New_York')
    expect(periods).toHaveLength(12)
    expect(periods[0]?.date).toBe('2027-03-01')
    // In New York it is the evening of 29 February still.
    expect(periods.at(-1)?.date).toBe('2028-02-01')
    expect(formatInstant(periods.at(-1)?.before ?? (0 as Instant))).toBe('2028-03-01T05:00:00Z')
  })

  it('follow each other without gaps, and now lies in the last, in every zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2011, 0), max: Date.UTC(2035, 0) }),
        fc.constantFrom(...zones),
        fc.constantFrom('week' as const, 'month' as const),
        (at, zone, kind) => {
          const now = at as Instant
          const periods = periodsUpTo(now, kind, zone)
          for (const [index, { date, from, before }] of periods.entries()) {
            expect(from).toBeLessThan(before)
            expect(before - from).toBeLessThan(32 * day)
            expect(periods[index + 1]?.from ?? before).toBe(before)
            expect(kind === 'week' ? weekdayOf(date) : Number(date.slice(8))).toBe(1)
          }
          const last = periods.at(-1)
          expect(last && last.from <= now && now < last.before).toBe(true)
        },
      ),
    )
  })
})
