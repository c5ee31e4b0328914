import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { NextStep } from '../../../src/features/booking/details/next-step.tsx'
import { sampleBooking } from './sample.ts'

const before = Date.parse('2030-11-25T08:30:00Z')
const open = Date.parse('2030-11-25T08:50:00Z')
const closed = Date.parse('2030-11-25T10:30:00Z')

beforeEach(() => {
  localStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
})

function show(now: number, differences: Partial<Booking> = {}) {
  const booking = sampleBooking(differences)
  return render(
    <MemoryRouter>
      <NextStep booking={booking} token="token-1" zone="UTC" now={now} />
    </MemoryRouter>,
  )
}

/** What stands out: everything else is said quietly. */
const steps = () => screen.getAllByRole('button').map((button) => button.textContent)

describe('the next step of a ticket', () => {
  it('is the calendar until the room opens, which is said, with a test beforehand', () => {
    const { container } = show(before)
    expect(steps()).toEqual(['Add to calendar'])
    expect(container.textContent).toContain('The video room opens Mon 25 Nov, 08:50.')
    const test = screen.getByRole('link', { name: 'Test camera and connection' })
    expect(test.getAttribute('href')).toBe('/b/booking-0001/call#token-1')
  })

  it('is the room while it is open, also after the end', () => {
    show(open)
    const join = screen.getByRole('link', { name: 'Join session with Asha Rai' })
    expect(join.getAttribute('href')).toBe('/b/booking-0001/call#token-1')
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByText('It closes at 10:30.')).toBeTruthy()
    show(closed - 1, { status: 'completed' })
    expect(screen.getAllByRole('link', { name: /^Join/ })).toHaveLength(2)
  })

  it('is another session once it is over or cancelled', () => {
    show(closed, { status: 'completed' })
    expect(steps()).toEqual(['Book Asha Rai again'])
    show(before, { status: 'cancelled' })
    expect(steps()).toEqual(['Book Asha Rai again', 'Book Asha Rai again'])
  })
})
