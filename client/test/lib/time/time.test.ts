import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  daysBetween,
  formatDay,
  formatDayTime,
  formatLongDay,
  formatNextFree,
  formatSpan,
  formatThere,
  formatTime,
  usesClock,
  visitorZone,
  weekStart,
} from '../../../src/lib/time/time.ts'
import { changeTimeSettings } from '../../../src/lib/time/settings.ts'

function speak(language: string) {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(language)
}

afterEach(() => {
  vi.restoreAllMocks()
  changeTimeSettings({ zone: undefined, clock: undefined })
  localStorage.clear()
})

const morning = '2026-11-25T09:00:00Z'

describe('times', () => {
  it('are told in the manner of the locale', () => {
    speak('en-GB')
    expect(formatTime(morning, 'Europe/Berlin')).toBe('10:00')
    expect(formatDayTime(morning, 'Europe/Berlin')).toBe('Wed 25 Nov, 10:00')
    speak('en-US')
    expect(formatTime(morning, 'America/New_York')).toBe('4:00 AM')
    expect(formatDay(morning, 'America/New_York')).toBe('Wed Nov 25')
    speak('de-DE')
    expect(formatLongDay(morning, 'Europe/Berlin')).toBe('Wednesday, 25 November 2026')
  })

  it('follow the clock that was chosen', () => {
    speak('en-US')
    expect(usesClock()).toBe('12')
    changeTimeSettings({ clock: '24' })
    expect(formatTime('2026-11-25T00:15:00Z', 'UTC')).toBe('00:15')
    speak('en-GB')
    changeTimeSettings({ clock: '12' })
    expect(formatTime('2026-11-25T12:15:00Z', 'UTC')).toMatch(/^12:15 pm$/i)
  })

  it('are right in zones of half and quarter hours', () => {
    speak('en-GB')
    expect(formatTime(morning, 'Asia/Kathmandu')).toBe('14:45')
    expect(formatTime(morning, 'Asia/Kolkata')).toBe('14:30')
    expect(formatTime(morning, 'Pacific/Chatham')).toBe('22:45')
    expect(formatSpan(morning, '2026-11-25T10:00:00Z', 'Australia/Lord_Howe')).toBe('20:00 – 21:00')
  })

  it('are right on both sides of a clock change', () => {
    speak('en-GB')
    expect(formatTime('2026-10-24T23:30:00Z', 'Europe/Berlin')).toBe('01:30')
    expect(formatTime('2026-10-25T02:00:00Z', 'Europe/Berlin')).toBe('03:00')
    expect(formatTime('2027-03-28T00:59:00Z', 'Europe/Berlin')).toBe('01:59')
    expect(formatTime('2027-03-28T01:00:00Z', 'Europe/Berlin')).toBe('03:00')
  })

  it('that the clocks show twice carry their offset', () => {
    speak('en-GB')
    const shown = (time: string, zone: string) => formatTime(`2026-${time}:00Z`, zone)
    expect(shown('10-25T00:00', 'Europe/Berlin')).toBe('02:00 GMT+2')
    expect(shown('10-25T00:45', 'Europe/Berlin')).toBe('02:45 GMT+2')
    expect(shown('10-25T01:00', 'Europe/Berlin')).toBe('02:00 GMT+1')
    expect(shown('10-25T01:45', 'Europe/Berlin')).toBe('02:45 GMT+1')
    // By half an hour, and in Antarctica by two.
    expect(shown('04-04T14:30', 'Australia/Lord_Howe')).toBe('01:30 GMT+11')
    expect(shown('04-04T15:00', 'Australia/Lord_Howe')).toBe('01:30 GMT+10:30')
    expect(shown('04-04T15:30', 'Australia/Lord_Howe')).toBe('02:00')
    expect(shown('10-25T01:00', 'Antarctica/Troll')).toBe('01:00 GMT')
  })

  it('on another clock name the city, and another day', () => {
    speak('en-GB')
    expect(formatThere(morning, 'Europe/Berlin', 'Asia/Tokyo')).toBe('18:00 in Tokyo')
    expect(formatThere('2026-11-25T20:00:00Z', 'Europe/Berlin', 'Asia/Tokyo')).toBe(
      '05:00 in Tokyo, next day',
    )
    expect(formatThere('2026-11-25T02:00:00Z', 'Europe/Berlin', 'America/Lima')).toBe(
      '21:00 in Lima, the day before',
    )
    expect(formatThere(morning, 'Europe/Berlin', 'Europe/Paris')).toBeNull()
  })
})

describe('the next free time', () => {
  const now = Date.parse('2026-11-23T18:00:00Z')
  const next = (instant: string, zone = 'Europe/Berlin') => formatNextFree(instant, zone, now)

  it('is told as near as it is', () => {
    speak('en-GB')
    expect(next('2026-11-23T20:30:00Z')).toBe('Today 21:30')
    expect(next('2026-11-24T08:00:00Z')).toBe('Tomorrow 09:00')
    expect(next('2026-11-26T08:00:00Z')).toBe('Thu 09:00')
    expect(next('2026-12-02T08:00:00Z')).toBe('Wed 2 Dec 09:00')
  })

  it('counts days by the midnights of the zone that it is told in', () => {
    speak('en-GB')
    // In Kathmandu it is a quarter to midnight.
    expect(next('2026-11-23T18:30:00Z', 'Asia/Kathmandu')).toBe('Tomorrow 00:15')
    expect(next('2026-11-23T18:30:00Z')).toBe('Today 19:30')
  })

  it('counts a day of 25 hours as one', () => {
    const eve = Date.parse('2026-10-24T22:30:00Z')
    expect(daysBetween(eve, Date.parse('2026-10-25T22:30:00Z'), 'Europe/Berlin')).toBe(0)
    expect(daysBetween(eve, Date.parse('2026-10-25T23:30:00Z'), 'Europe/Berlin')).toBe(1)
  })
})

describe('the visitor’s zone', () => {
  it('is the browser’s, until another is chosen; that one is remembered', () => {
    // The tests run there.
    expect(visitorZone()).toMatch(/^Asia\/Kath?mandu$/)
    changeTimeSettings({ zone: 'Africa/Lagos' })
    expect(visitorZone()).toBe('Africa/Lagos')
    expect(localStorage.getItem('ec.time')).toContain('Africa/Lagos')
  })
})

describe('the week', () => {
  it('begins as the locale has it', () => {
    speak('en-GB')
    expect(weekStart()).toBe(1)
    speak('en-US')
    expect(weekStart()).toBe(7)
    speak('ar-EG')
    expect(weekStart()).toBe(6)
  })

  it('is known also where the browser cannot say', () => {
    vi.spyOn(Intl, 'Locale').mockImplementation(function locale(tag: string) {
      return { maximize: () => ({ toString: () => (tag === 'de' ? 'de-Latn-DE' : 'he-Hebr-IL') }) }
    } as unknown as typeof Intl.Locale)
    speak('de')
    expect(weekStart()).toBe(1)
    speak('he')
    expect(weekStart()).toBe(7)
  })
})
