import { afterEach, describe, expect, it, vi } from 'vitest'
import { languageName } from '../../../src/lib/language-name.ts'
import { formatMoney } from '../../../src/lib/money.ts'
import { detectedZone } from '../../../src/lib/time/of-browser.ts'
import {
  formatDayTime,
  formatMonths,
  formatTime,
  locale,
  usesClock,
  weekdays,
  weekStart,
} from '../../../src/lib/time/time.ts'

const morning = '2026-11-25T09:00:00Z'

function speak(language: string) {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(language)
}

function report(timeZone: string) {
  const options = new Intl.DateTimeFormat().resolvedOptions()
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
    ...options,
    timeZone,
  })
}

afterEach(() => vi.restoreAllMocks())

describe('the language of a browser', () => {
  it.each(['en-US@posix', 'en_US', 'en_US.UTF-8', 'C', 'C.UTF-8', 'POSIX', '', 'i', '*'])(
    'may be reported as %j',
    (language) => {
      speak(language)
      expect(formatDayTime(morning, 'UTC')).toBe('Wed Nov 25, 9:00 AM')
      expect(weekStart()).toBe(7)
      expect(formatMoney({ amount: 24_000, currency: 'USD' })).toBe('$240')
      expect(languageName('pl')).toBe('Polish')
    },
  )

  it.each([
    ['ar-EG', 'Wed 25 Nov, 9:00 am', 'Saturday'],
    ['fa-IR', 'Wed Nov 25, 09:00', 'Saturday'],
    ['de-DE', 'Wed 25 Nov, 09:00', 'Monday'],
    ['ja-JP', 'Wed Nov 25, 09:00', 'Sunday'],
    ['th-TH', 'Wed 25 Nov, 09:00', 'Sunday'],
    ['en-TH', 'Wed Nov 25, 9:00 AM', 'Sunday'],
  ])('%s keeps its order, clock and week, in the words of the page', (language, time, first) => {
    speak(language)
    expect(formatDayTime(morning, 'UTC')).toBe(time)
    expect(weekdays()[0]?.long).toBe(first)
    expect(formatMonths('2026-11-02', '2026-11-29')).toBe('November 2026')
    expect(formatMoney({ amount: 1_240_050, currency: 'EUR' })).toBe('€12,400.50')
    expect((1234).toLocaleString(locale())).toBe('1,234')
  })

  it('says which clock its region reads', () => {
    speak('ar')
    expect(usesClock()).toBe('12')
    speak('fa-IR')
    expect(usesClock()).toBe('24')
    expect(formatTime(morning, 'UTC')).toBe('09:00')
  })
})

describe('the zone of a browser', () => {
  it.each([
    ['GMT-05:00', 'Etc/GMT+5'],
    ['GMT+3', 'Etc/GMT-3'],
    ['+00:00', 'UTC'],
    ['UTC', 'UTC'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
  ])('reported as %j is %s', (reported, zone) => {
    report(reported)
    expect(detectedZone()).toBe(zone)
  })

  it('reported as +05:30 is one whose clocks stand there', () => {
    report('+05:30')
    const zone = detectedZone()
    expect(zone).toMatch(/^Asia\//)
    expect(formatTime('2026-01-25T09:00:00Z', zone)).toMatch(/^(14|2):30/)
    expect(formatTime('2026-07-25T09:00:00Z', zone)).toMatch(/^(14|2):30/)
  })

  it.each(['', 'Etc/Unknown', 'Nowhere/Atlantis'])(
    'reported as %j is told by the device’s own clock',
    (reported) => {
      report(reported)
      // The tests run at 5:45.
      expect(detectedZone()).toMatch(/^Asia\/Kath?mandu$/)
    },
  )
})
