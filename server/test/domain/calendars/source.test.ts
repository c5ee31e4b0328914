import { describe, expect, it } from 'vitest'
import { calendarAddress, shownAddress, usualName } from '../../../src/domain/calendars/address.ts'
import {
  afterFetch,
  mayBeUnchanged,
  nextFetch,
  reachOf,
  unread,
} from '../../../src/domain/calendars/source.ts'
import { day, hour, minute, plus } from '../../../src/domain/time/instant.ts'
import { now } from '../../storage/fixtures.ts'
import { aState } from '../../storage/calendars/source-fixtures.ts'

describe('the state of a calendar', () => {
  const before = aState()
  const at = plus(now, hour)

  it('keeps the times of the last good fetch through any number of failures', () => {
    const failed = afterFetch(before, { kind: 'failed', fault: 'not_a_calendar' }, at)
    expect(failed).toEqual({ ...before, checkedAt: at, fault: 'not_a_calendar', failures: 1 })
    const again = afterFetch(failed, { kind: 'failed', fault: 'too_slow' }, plus(at, 1))
    expect(again).toMatchObject({ busy: before.busy, freshAt: now, failures: 2, fault: 'too_slow' })
    const unchanged = afterFetch(again, { kind: 'unchanged' }, plus(at, 2))
    expect(unchanged).toEqual({ ...before, checkedAt: plus(at, 2), freshAt: plus(at, 2) })
  })

  it('becomes what was read', () => {
    const read = { kind: 'read', busy: [], events: 0, skipped: [] } as const
    const edition = { etag: null, lastModified: 'Mon' }
    const next = afterFetch(unread, { kind: 'read', read, timeZone: 'UTC', ...edition }, at)
    const seen = { checkedAt: at, freshAt: at, readAt: at }
    expect(next).toEqual({ ...unread, ...seen, timeZone: 'UTC', ...edition })
  })

  it('may be found unchanged for a day, in the same zone, where its server tells editions apart', () => {
    const zone = 'Europe/Berlin'
    expect(mayBeUnchanged(before, zone, at)).toBe(true)
    expect(mayBeUnchanged(before, zone, plus(now, day))).toBe(false)
    expect(mayBeUnchanged(before, 'Asia/Tokyo', at)).toBe(false)
    expect(mayBeUnchanged(aState({ etag: null }), zone, at)).toBe(false)
    expect(mayBeUnchanged(aState({ etag: null, lastModified: 'Mon' }), zone, at)).toBe(true)
    expect(mayBeUnchanged(unread, zone, at)).toBe(false)
  })
})

describe('the next fetch', () => {
  const inMinutes = (failures: number, retryAfterMs = 0, chance = 0) =>
    (nextFetch(aState({ failures }), retryAfterMs, now, chance) - now) / minute

  it('comes after a quarter of an hour, or a third more by chance', () => {
    expect([inMinutes(0), inMinutes(0, 0, 1)]).toEqual([15, 20])
  })

  it('comes later with every failure, up to six hours, and not before its server said', () => {
    expect([1, 2, 3, 4, 5, 50].map((failures) => inMinutes(failures))).toEqual([
      30, 60, 120, 240, 360, 360,
    ])
    expect(inMinutes(0, 2 * hour)).toBe(120)
    expect(inMinutes(0, 40 * day)).toBe(1440)
  })

  it('reads further than anybody can be booked before all is read anew', () => {
    const { from, to } = reachOf(now)
    expect(from).toBeLessThan(now)
    expect(to - now).toBeGreaterThan(92 * day)
  })
})

describe('an address', () => {
  const read = (address: string) => calendarAddress(address)?.href ?? null

  it('has one form, however it is written', () => {
    const one = 'https://calendar.example/private.ics'
    for (const written of [
      one,
      ' webcal://calendar.example/private.ics ',
      'WEBCALS://Calendar.Example:443/private.ics#here',
    ]) {
      expect(read(written)).toBe(one)
    }
    for (const none of [
      'calendar.example/private.ics',
      'ftp://calendar.example/',
      'https://',
      '',
    ]) {
      expect(read(none)).toBeNull()
    }
  })

  it('is shown by its server and the end of its secret alone', () => {
    const secret = 'private-0123456789abcdef'
    const google = `https://calendar.google.com/calendar/ical/ada%40x.example/${secret}/basic.ics`
    expect(shownAddress(new URL(google))).toBe('calendar.google.com …cdef')
    expect(shownAddress(new URL('https://cloud.example:8443/a.ics'))).toBe('cloud.example:8443')
  })

  it.each([
    ['https://calendar.google.com/a', 'Google Calendar'],
    ['https://outlook.office365.com/a', 'Outlook'],
    ['https://p50-caldav.icloud.com/a', 'iCloud'],
    ['https://calendar.zoho.eu/a', 'Zoho Calendar'],
    ['https://notgoogle.com/a', 'notgoogle.com'],
  ])('%s is called %s', (address, name) => {
    expect(usualName(new URL(address))).toBe(name)
  })
})
