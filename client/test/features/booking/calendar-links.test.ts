import { describe, expect, it } from 'vitest'
import { googleLink, outlookLink } from '../../../src/features/booking/facts/calendar-links.ts'
import { describeChange } from '../../../src/features/booking/news/describe-change.ts'
import { sampleBooking } from './sample.ts'

describe('links to calendars', () => {
  const booking = sampleBooking()

  it('carry the session and the address of its page, without the key to it', () => {
    for (const link of [
      googleLink(booking, 'https://ec.test'),
      outlookLink(booking, 'https://ec.test'),
    ]) {
      const { search, hash } = new URL(link)
      // Outlook shows a plus as it stands.
      expect(search).not.toContain('+')
      expect(decodeURIComponent(search)).toContain('https://ec.test/b/booking-0001')
      expect(search).toContain('Asha%20Rai')
      expect(hash).toBe('')
    }
    expect(googleLink(booking, '')).toContain('20301125T090000Z%2F20301125T100000Z')
  })
})

describe('what changed in the meantime', () => {
  const before = sampleBooking()

  it('is said in a sentence', () => {
    const later = { version: 3, startsAt: '2030-11-26T09:00:00Z' }
    expect(describeChange(before, sampleBooking(later), 'UTC')).toMatch(
      /^This session has been moved from .*25.* to .*26/,
    )
    expect(
      describeChange(before, sampleBooking({ version: 3, status: 'cancelled' }), 'UTC'),
    ).toMatch(/cancelled/)
    expect(describeChange(before, sampleBooking({ version: 3, topic: 'Roots' }), 'UTC')).toMatch(
      /details/,
    )
  })

  it('is nothing where somebody says that they are late: that stands in a place of its own', () => {
    const late = { expert: { minutes: 10, at: '2030-11-25T08:50:00Z' } } as const
    expect(describeChange(before, sampleBooking({ version: 3, late }), 'UTC')).toBeNull()
  })

  it('is that it ends later, and nothing where more time is only offered: that has its place', () => {
    const longer = { version: 3, minutes: 75, endsAt: '2030-11-25T10:15:00Z' }
    expect(describeChange(before, sampleBooking(longer), 'UTC')).toMatch(
      /^This session is longer now: it ends at 10:15/,
    )
    const money = { amount: 4500, currency: 'USD' }
    const { minutes: _minutes, ...rest } = longer
    const moreTime = { minutes: 15, endsAt: rest.endsAt, price: money, total: money, allowed: [] }
    const offered = { ...moreTime, offeredBy: 'expert' } as const
    expect(
      describeChange(before, sampleBooking({ version: 3, moreTime: offered }), 'UTC'),
    ).toBeNull()
  })

  it('is nothing if the version is the same', () => {
    expect(describeChange(before, sampleBooking({ status: 'completed' }), 'UTC')).toBeNull()
  })
})
