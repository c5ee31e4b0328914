import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReschedulePanelProps } from '../../../src/features/booking/change/reschedule-panel.tsx'
import { watchBooking } from '../../../src/server/live/watch-booking.ts'
import { begin, bodies, deskBooking, sentTo, show, world } from './desk-world.tsx'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-desk.ts')
vi.mock('../../../src/server/live/watch-booking.ts')
vi.mock('../../../src/features/booking/change/reschedule-panel.tsx', () => ({
  ReschedulePanel: ({ onMove }: Pick<ReschedulePanelProps, 'onMove'>) => (
    <button
      type="button"
      onClick={() => void onMove({ startsAt: '2030-11-26T09:00:00Z', minutes: 60 })}
    >
      propose this
    </button>
  ),
}))

beforeEach(() => {
  begin()
  vi.mocked(watchBooking).mockReturnValue(() => undefined)
  world.bookings = [deskBooking({ topic: 'Beeches' })]
})

describe('a session', () => {
  it('is cancelled only with a reason', async () => {
    const { user } = show('/desk/bookings/booking-0001')
    await user.click(await screen.findByRole('button', { name: 'Cancel' }))
    const cancel = () => screen.getByRole('button', { name: 'Cancel the session', hidden: true })
    await user.click(cancel())
    expect(screen.getByText(/Please give a reason/)).toBeTruthy()
    expect(sentTo('changeBooking')).toEqual([])
    await user.type(screen.getByRole('textbox', { name: /The reason/, hidden: true }), 'I am ill')
    await user.click(cancel())
    await waitFor(() =>
      expect(bodies('changeBooking')).toEqual([
        { status: 'cancelled', reason: 'I am ill', version: 2 },
      ]),
    )
    expect(sentTo('changeBooking')[0]?.options.bearer).toBe('expert-token')
  })

  it('can be proposed at another time, and the proposal taken back', async () => {
    const { user } = show('/desk/bookings/booking-0001')
    await user.click(await screen.findByRole('button', { name: 'Propose another time' }))
    await user.click(await screen.findByRole('button', { name: 'propose this' }))
    const proposal = { startsAt: '2030-11-26T09:00:00Z', minutes: 60 }
    await waitFor(() => expect(bodies('changeBooking')).toEqual([{ proposal, version: 2 }]))
    await user.click(await screen.findByRole('button', { name: 'Withdraw it' }))
    await waitFor(() =>
      expect(bodies('changeBooking').at(-1)).toEqual({ proposal: null, version: 3 }),
    )
  })

  it('opens with the expert’s link without signing in', async () => {
    world.roles = null
    show('/desk/bookings/booking-0001#own-token')
    expect(await screen.findByRole('heading', { name: 'Mina' })).toBeTruthy()
    expect(sentTo('getBooking')[0]?.options.bearer).toBe('own-token')
    expect(sentTo('getDeskBooking')).toEqual([])
  })

  it('leads a customer’s link to the page of the customer', async () => {
    world.bookings = [deskBooking({ seenAs: 'customer' })]
    show('/desk/bookings/booking-0001#token')
    expect(await screen.findByText('/b/booking-0001#token')).toBeTruthy()
  })

  it('says where there is none', async () => {
    show('/desk/bookings/booking-0009')
    expect(await screen.findByText('This is not one of your sessions')).toBeTruthy()
  })
})

describe('today', () => {
  it('shows what is next, and hears of what is booked', async () => {
    show('/desk')
    expect(await screen.findByRole('heading', { name: 'Mina' })).toBeTruthy()
    expect(screen.getByText('Beeches')).toBeTruthy()
    const customer = { name: 'Joan', email: 'joan@example.org' }
    const createdAt = new Date().toISOString()
    world.bookings = [
      deskBooking(),
      deskBooking({ id: 'booking-0002', version: 1, customer, createdAt }),
    ]
    act(() => world.listener?.changed({ id: 'booking-0002', version: 1 }))
    expect(await screen.findByText('New session with Joan')).toBeTruthy()
  })
})

describe('why a time is not bookable', () => {
  it('is asked by a form, and answered with the rule and the way to it', async () => {
    world.why = { verdict: 'inside_notice', detail: 'You asked for 12 hours of notice.' }
    const { user } = show('/desk/calendar')
    await user.click(await screen.findByRole('button', { name: 'Why is a time not bookable?' }))
    await user.click(screen.getByRole('button', { name: 'Tell me why', hidden: true }))
    expect(await screen.findByText('You asked for 12 hours of notice.')).toBeTruthy()
    expect(sentTo('explainStart')[0]?.input['query']).toMatchObject({ minutes: 30 })
    const way = screen.getByRole('link', { name: 'Change your rules', hidden: true })
    expect(way.getAttribute('href')).toBe('/desk/hours#rules')
  })
})
