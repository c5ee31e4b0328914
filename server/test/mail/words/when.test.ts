import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { instantOf, minute, parseInstant, plus } from '../../../src/domain/time/instant.ts'
import { shortWhen, whenOf } from '../../../src/mail/words/when.ts'

const during = (start: string, minutes: number) => {
  const startsAt = parseInstant(start)
  return { startsAt, endsAt: plus(startsAt, minutes * minute) }
}

describe('a time is told on the clock of its reader', () => {
  it.each([
    ['2027-01-12T14:30Z', 'Asia/Kathmandu', '20:15 – 21:15', 'Kathmandu (GMT+5:45)'],
    ['2027-01-12T14:30Z', 'Asia/Kolkata', '20:00 – 21:00', 'Kolkata (GMT+5:30)'],
    ['2027-01-12T14:30Z', 'America/St_Johns', '11:00 – 12:00', 'St Johns (GMT−3:30)'],
    ['2027-01-12T14:30Z', 'UTC', '14:30 – 15:30', 'UTC (GMT)'],
    // A day before and after the clocks change, in both hemispheres.
    ['2027-03-27T09:00Z', 'Europe/Berlin', '10:00 – 11:00', 'Berlin (GMT+1)'],
    ['2027-03-28T09:00Z', 'Europe/Berlin', '11:00 – 12:00', 'Berlin (GMT+2)'],
    ['2027-10-30T09:00Z', 'Europe/Berlin', '11:00 – 12:00', 'Berlin (GMT+2)'],
    ['2027-10-31T09:00Z', 'Europe/Berlin', '10:00 – 11:00', 'Berlin (GMT+1)'],
    ['2027-04-03T01:00Z', 'Australia/Sydney', '12:00 – 13:00', 'Sydney (GMT+11)'],
    ['2027-04-04T01:00Z', 'Australia/Sydney', '11:00 – 12:00', 'Sydney (GMT+10)'],
    ['2027-10-02T01:00Z', 'Australia/Sydney', '11:00 – 12:00', 'Sydney (GMT+10)'],
    ['2027-10-03T01:00Z', 'Australia/Sydney', '12:00 – 13:00', 'Sydney (GMT+11)'],
    // By half an hour.
    ['2027-04-03T01:00Z', 'Australia/Lord_Howe', '12:00 – 13:00', 'Lord Howe (GMT+11)'],
    ['2027-04-04T01:00Z', 'Australia/Lord_Howe', '11:30 – 12:30', 'Lord Howe (GMT+10:30)'],
    ['2027-10-03T01:00Z', 'Australia/Lord_Howe', '12:00 – 13:00', 'Lord Howe (GMT+11)'],
  ])('%s in %s', (start, here, span, zone) => {
    const when = whenOf(during(start, 60), here, here)
    expect([when.span, when.zone, when.there]).toEqual([span, zone, null])
  })

  it('with both offsets where the clocks change in between', () => {
    const back = whenOf(during('2027-10-31T00:30Z', 60), 'Europe/Berlin', 'UTC')
    expect(back.span).toBe('02:30 – 02:30')
    expect(back.zone).toBe('Berlin (GMT+2 at the start, GMT+1 at the end: the clocks change)')
    expect(back.there).toBe('00:30 – 01:30 in UTC (GMT)')
    const forward = whenOf(during('2027-03-28T00:30Z', 60), 'UTC', 'Europe/London')
    expect(forward.there).toBe(
      '00:30 – 02:30 in London (GMT at the start, GMT+1 at the end: the clocks change)',
    )
  })

  it('with the day of the other clock, and over midnight', () => {
    const when = whenOf(during('2027-12-31T23:30Z', 60), 'Europe/London', 'Asia/Tokyo')
    expect(when.day).toBe('Friday 31 December 2027')
    expect(when.span).toBe('23:30 – 00:30 on Saturday')
    expect(when.there).toBe('Saturday 1 January, 08:30 – 09:30 in Tokyo (GMT+9)')
    expect(whenOf(during('2027-12-31T23:00Z', 60), 'UTC', 'UTC').span).toBe('23:00 – 00:00')
  })

  it('short for a subject', () => {
    expect(shortWhen('Asia/Kathmandu', parseInstant('2027-01-12T18:30Z'))).toBe('Wed 13 Jan, 00:15')
  })
})

const zones = [
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'America/New_York',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
  'America/Santiago',
]

it('what is told is the instant and no other', () => {
  const quarter = fc.integer({ min: 0, max: 4 * 24 * 365 * 20 })
  fc.assert(
    fc.property(quarter, fc.constantFrom(...zones), (quarters, zone) => {
      const startsAt = plus(parseInstant('2025-01-01T00:00Z'), quarters * 15 * minute)
      const when = whenOf({ startsAt, endsAt: plus(startsAt, minute) }, zone, zone)
      const [, sign, hours = '0', minutes = '0'] =
        /GMT(?:([+−])(\d+)(?::(\d\d))?)?/.exec(when.zone) ?? []
      const offset = (sign === '−' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
      const [, weekday, day, month, year] = /^(\w+) (\d+) (\w+) (\d{4})$/.exec(when.day) ?? []
      const wall = new Date(`${day} ${month} ${year} ${when.span.slice(0, 5)} UTC`)
      expect(instantOf(wall.getTime() - offset * minute)).toBe(startsAt)
      const date = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(zone)
      expect(date.toLocaleString('en-GB', { weekday: 'long' })).toBe(weekday)
    }),
  )
})
