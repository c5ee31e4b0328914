import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { NoBookings } from '../../../src/features/booking/lists/no-bookings.tsx'

afterEach(() => void vi.unstubAllGlobals())

function show() {
  render(
    <MemoryRouter>
      <NoBookings tab="upcoming" here />
    </MemoryRouter>,
  )
}

it('says that this browser may store nothing, where that is why nothing is listed', () => {
  const refuse = () => {
    throw new DOMException('no', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
  show()
  expect(screen.getByText('This browser may not remember bookings')).toBeTruthy()
  expect(screen.queryByText('No bookings in this browser yet')).toBeNull()
})

it('says that there are none yet where it may', () => {
  show()
  expect(screen.getByText('No bookings in this browser yet')).toBeTruthy()
})
