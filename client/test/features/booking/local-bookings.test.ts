import { beforeEach, describe, expect, it } from 'vitest'
import {
  forgetBooking,
  localBooking,
  localBookings,
  overlappingBookings,
  refreshLocalBooking,
  rememberBooking,
} from '../../../src/features/booking/local/local-bookings.ts'
import { listTab } from '../../../src/features/booking/lists/tabs.ts'
import { sampleBooking } from './sample.ts'

beforeEach(() => {
  for (const { id } of localBookings()) forgetBooking(id)
  localStorage.clear()
})

describe('the bookings of this browser', () => {
  it('are kept with what is needed to list and to open them, and with no personal data', () => {
    rememberBooking(sampleBooking(), 'token-1')
    expect(localBooking('booking-0001')).toMatchObject({ token: 'token-1', expertName: 'Asha Rai' })
    expect(localStorage.getItem('ec.bookings')).not.toMatch(/mina/i)
  })

  it('follow a move, a cancellation and a new token', () => {
    rememberBooking(sampleBooking(), 'token-1')
    refreshLocalBooking(sampleBooking({ status: 'cancelled' }), 'token-2')
    expect(localBookings()).toHaveLength(1)
    expect(localBooking('booking-0001')).toMatchObject({ status: 'cancelled', token: 'token-2' })
  })

  it('do not grow by looking at somebody’s link', () => {
    refreshLocalBooking(sampleBooking(), 'token-1')
    expect(localBookings()).toEqual([])
  })

  it('warn of another session at the same time', () => {
    rememberBooking(sampleBooking(), 'token-1')
    const span = (from: string, to: string) =>
      overlappingBookings({ startsAt: `2030-11-25T${from}:00Z`, endsAt: `2030-11-25T${to}:00Z` })
    expect(span('09:30', '10:30')).toHaveLength(1)
    expect(span('10:00', '11:00')).toHaveLength(0)
    expect(span('08:00', '09:00')).toHaveLength(0)
    rememberBooking(sampleBooking({ status: 'cancelled' }), 'token-1')
    expect(span('09:30', '10:30')).toHaveLength(0)
  })

  it('are listed under the tab that they belong to now', () => {
    rememberBooking(sampleBooking(), 't')
    rememberBooking(
      sampleBooking({
        id: 'booking-0002',
        startsAt: '2030-11-24T09:00:00Z',
        endsAt: '2030-11-24T10:00:00Z',
      }),
      't',
    )
    rememberBooking(sampleBooking({ id: 'booking-0003', status: 'cancelled' }), 't')
    const ids = (tab: Parameters<typeof listTab>[1], at: string) =>
      listTab(localBookings(), tab, Date.parse(at)).map(({ id }) => id)
    expect(ids('upcoming', '2030-11-20T00:00:00Z')).toEqual(['booking-0002', 'booking-0001'])
    expect(ids('past', '2030-11-25T10:00:00Z')).toEqual(['booking-0001', 'booking-0002'])
    expect(ids('cancelled', '2030-11-20T00:00:00Z')).toEqual(['booking-0003'])
  })
})
