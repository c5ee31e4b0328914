import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { beforeEach, describe, expect, it } from 'vitest'
import { describeNews } from '../../../src/features/booking/news/desk-news.ts'
import { changeTimeSettings } from '../../../src/lib/time/settings.ts'
import { deskBooking } from '../../pages/desk/desk-world.tsx'

const now = Date.parse('2026-11-23T06:00:30Z')
const before = deskBooking()
const after = (part: Partial<typeof before>) => deskBooking({ version: 3, ...part })
const news = (known: Booking | undefined, changed: Booking) =>
  describeNews(known, changed, 'UTC', now)

beforeEach(() => changeTimeSettings({ zone: 'UTC', clock: '24' }))

describe('news for an expert', () => {
  it('is a session that was just booked, and not one that was merely not loaded', () => {
    expect(news(undefined, before)?.title).toBe('New session with Mina')
    const old = deskBooking({ createdAt: '2026-11-20T06:00:00Z' })
    expect(news(undefined, old)).toBeNull()
  })

  it('is nothing that is known already, as one’s own change is', () => {
    expect(news(before, before)).toBeNull()
    expect(news(before, after({ status: 'cancelled', cancelledBy: 'expert' }))).toBeNull()
  })

  it('says who cancelled and why', () => {
    const cancelled = after({ status: 'cancelled', cancelledBy: 'customer', cancelReason: 'Ill' })
    expect(news(before, cancelled)).toMatchObject({ title: 'Mina cancelled' })
    expect(news(before, cancelled)?.detail).toContain('“Ill”')
    expect(news(before, { ...cancelled, cancelledBy: 'admin' })?.title).toBe(
      'An administrator cancelled',
    )
  })

  it('says who asks for more time, who keeps to the time, and that it is longer', () => {
    const moreTime = {
      minutes: 15,
      endsAt: '2030-11-25T10:15:00Z',
      price: { amount: 2500, currency: 'USD' },
      total: { amount: 12_500, currency: 'USD' },
      allowed: [],
    }
    const asked = after({ moreTime: { ...moreTime, offeredBy: 'customer' } })
    expect(news(before, asked)).toMatchObject({
      title: 'Mina asks for 15 more minutes',
      detail: 'Until 10:15, for $25.',
    })
    expect(news(asked, { ...asked, version: 4 })).toBeNull()
    const offered = { ...before, moreTime: { ...moreTime, offeredBy: 'expert' } as const }
    expect(news(before, { ...offered, version: 3 })).toBeNull()
    expect(news(offered, after({ moreTime }))?.title).toBe('Mina keeps to the time')
    const longer = after({ minutes: before.minutes + 15, endsAt: '2030-11-25T10:15:00Z' })
    expect(news(offered, longer)).toMatchObject({
      title: 'The session with Mina is longer',
      detail: 'It ends at 10:15',
    })
  })

  it('tells a move from an accepted proposal, and a declined one', () => {
    const startsAt = '2030-11-26T09:00:00Z'
    const proposal = { startsAt, endsAt: startsAt, minutes: 60, proposedAt: startsAt }
    expect(news(before, after({ startsAt }))?.title).toBe('Mina moved the session')
    expect(news({ ...before, proposal }, after({ startsAt }))?.title).toBe(
      'Mina accepted your time',
    )
    expect(news({ ...before, proposal }, after({}))?.title).toBe('Mina keeps the time')
  })
})
