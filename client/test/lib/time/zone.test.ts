import { describe, expect, it } from 'vitest'
import {
  clockChange,
  offsetLabel,
  shortDifference,
  zoneDifference,
} from '../../../src/lib/time/zone.ts'

const winter = Date.parse('2026-11-25T09:00:00Z')
const summer = Date.parse('2026-07-25T09:00:00Z')

describe('a zone', () => {
  it('has an offset at an instant', () => {
    expect(offsetLabel('Asia/Kathmandu', winter)).toBe('GMT+5:45')
    expect(offsetLabel('Europe/Berlin', winter)).toBe('GMT+1')
    expect(offsetLabel('Europe/Berlin', summer)).toBe('GMT+2')
    expect(offsetLabel('America/St_Johns', winter)).toBe('GMT−3:30')
    expect(offsetLabel('Europe/London', winter)).toBe('GMT')
  })

  it('differs from another one', () => {
    expect(zoneDifference('Europe/Berlin', 'Asia/Tokyo', winter)).toBe('8 h ahead')
    expect(zoneDifference('Asia/Kathmandu', 'Asia/Kolkata', winter)).toBe('15 min behind')
    expect(zoneDifference('Europe/Berlin', 'America/St_Johns', winter)).toBe('4 h 30 min behind')
    expect(zoneDifference('Europe/Berlin', 'Europe/Madrid', winter)).toBe('same time')
    expect(shortDifference('Europe/Berlin', 'Asia/Kolkata', winter)).toBe('+4:30 h')
    expect(shortDifference('Asia/Tokyo', 'Europe/Berlin', winter)).toBe('−8 h')
  })
})

describe('a clock change before a session', () => {
  const at = (text: string) => Date.parse(text)

  it('is found in either direction', () => {
    expect(clockChange('Europe/Berlin', at('2026-10-20T00:00Z'), at('2026-10-28T00:00Z'))).toEqual({
      zone: 'Europe/Berlin',
      at: at('2026-10-25T01:00:00Z'),
      by: 'back 1 h',
    })
    expect(
      clockChange('America/New_York', at('2027-03-10T00:00Z'), at('2027-03-20T00:00Z'))?.by,
    ).toBe('forward 1 h')
  })

  it('is found in the south, and where clocks move by half an hour', () => {
    expect(
      clockChange('Australia/Lord_Howe', at('2026-09-20T00:00Z'), at('2026-10-10T00:00Z'))?.by,
    ).toBe('forward 30 min')
  })

  it('counts for a session that begins at the very moment', () => {
    const change = at('2026-10-25T01:00:00Z')
    expect(clockChange('Europe/Berlin', at('2026-10-24T00:00Z'), change)?.at).toBe(change)
    expect(clockChange('Europe/Berlin', at('2026-10-24T00:00Z'), change - 60_000)).toBeNull()
  })

  it('is none where clocks do not change, or have changed back', () => {
    expect(clockChange('Asia/Kathmandu', winter, summer + 400 * 86_400_000)).toBeNull()
    expect(clockChange('Europe/Berlin', winter, winter + 365 * 86_400_000)).toBeNull()
  })
})
