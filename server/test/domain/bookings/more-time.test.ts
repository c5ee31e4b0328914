import { describe, expect, it } from 'vitest'
import {
  dropMore,
  lengthen,
  offerMore,
  priceOfMore,
} from '../../../src/domain/bookings/more-time.ts'
import { cancel, move, propose } from '../../../src/domain/bookings/transitions.ts'
import { minute, plus } from '../../../src/domain/time/instant.ts'
import { aBooking } from '../../storage/fixtures.ts'

const session = aBooking()
const { endsAt } = session
/** Ten minutes before the end, when both talk. */
const during = plus(endsAt, -10 * minute)

describe('an offer', () => {
  const offered = offerMore(session, 'expert', during)

  it('stands in the booking, which stays where it is', () => {
    expect(offered).toEqual({
      ...session,
      version: 2,
      moreTime: { by: 'expert', minutes: 15, offeredAt: during },
    })
    expect(dropMore(offered)).toEqual({ ...session, version: 3 })
  })

  it('that is accepted makes it longer, and nothing else', () => {
    const late = { customer: { minutes: 5, at: during } } as const
    const end = plus(endsAt, 15 * minute)
    const span = { startsAt: session.startsAt, endsAt: end, until: end }
    const longer = lengthen({ ...offered, late }, span)
    expect(longer).toEqual({ ...session, late, version: 3, minutes: 75, endsAt: end, until: end })
  })

  it('is void when the session is moved or cancelled', () => {
    const { startsAt, until } = session
    expect(move(offered, 60, { startsAt, endsAt, until })).not.toHaveProperty('moreTime')
    expect(cancel(offered, undefined, during)).not.toHaveProperty('moreTime')
  })

  it('and another time that the expert proposes are one question at a time', () => {
    const proposal = { startsAt: endsAt, endsAt, minutes: 60, proposedAt: during }
    expect(propose(offered, proposal)).not.toHaveProperty('moreTime')
    expect(offerMore(propose(session, proposal), 'expert', during)).not.toHaveProperty('proposal')
    const byCustomer = offerMore(propose(session, proposal), 'customer', during)
    expect(byCustomer).toMatchObject({ proposal, moreTime: { by: 'customer' } })
    expect(propose(byCustomer, proposal)).toHaveProperty('moreTime')
  })

  it.each([
    [18_000, 60, 4_500],
    [10_001, 60, 2_500],
    [9_999, 30, 2_499],
    [0, 60, 0],
  ])('at %i an hour costs, after %i minutes, %i', (hourlyRate, minutes, expected) => {
    expect(priceOfMore({ hourlyRate, minutes })).toBe(expected)
  })
})
