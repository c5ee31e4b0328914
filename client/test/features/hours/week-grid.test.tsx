import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { act, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { daysOfWeek } from '../../../src/features/hours/draft/week.ts'
import { WeekGrid } from '../../../src/features/hours/week/week-grid.tsx'
import { deskBooking, sampleSchedule } from '../../pages/desk/desk-world.tsx'

const booking = deskBooking({
  startsAt: '2030-11-25T09:00:00Z',
  endsAt: '2030-11-25T10:00:00Z',
  roomOpensAt: '2030-11-25T08:50:00Z',
  roomClosesAt: '2030-11-25T10:30:00Z',
})

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2030-11-25T08:40:00Z') })
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
})
afterEach(() => vi.useRealTimers())

function grid(changes: Partial<Booking> = {}) {
  const schedule = sampleSchedule({ timeZone: 'UTC' })
  const days = daysOfWeek('2030-11-25', schedule, [{ ...booking, ...changes }])
  return (
    <MemoryRouter>
      <WeekGrid
        days={days}
        zone="UTC"
        today="2030-11-25"
        outdated={false}
        onAsk={() => undefined}
      />
    </MemoryRouter>
  )
}

const who = booking.customer?.name ?? ''
const join = () => screen.queryByRole('link', { name: `Join session with ${who}` })

describe('a session in the week', () => {
  it('has the door beside it from when its room opens until it closes', async () => {
    render(grid())
    expect(join()).toBeNull()
    await act(() => vi.advanceTimersByTimeAsync(10 * 60_000 + 20_000))
    expect(join()?.getAttribute('href')).toContain(`/b/${booking.id}/call`)
    await act(() => vi.advanceTimersByTimeAsync(100 * 60_000))
    expect(join()).toBeNull()
  })

  it('says who waits and what goes on, once the room is open', () => {
    vi.setSystemTime('2030-11-25T08:55:00Z')
    const customer = { state: 'there', since: '2030-11-25T08:52:00Z' } as const
    const { rerender } = render(grid({ presence: { customer } }))
    expect(screen.getByText(`${who} is waiting for you`)).toBeTruthy()
    rerender(grid({ presence: { customer, expert: { state: 'there' } } }))
    expect(screen.getByText('Your session is going on')).toBeTruthy()
    rerender(grid({ presence: {} }))
    expect(screen.queryByText(/waiting|going on/)).toBeNull()
    expect(join()).not.toBeNull()
  })

  it('that is cancelled has no door', () => {
    vi.setSystemTime('2030-11-25T09:05:00Z')
    render(grid({ status: 'cancelled' }))
    expect(join()).toBeNull()
  })
})
