import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { rememberCheck } from '../../../src/features/call/check/last-check.ts'
import { RoomNote } from '../../../src/features/booking/facts/room-note.tsx'
import { isRoomOpen, roomOf } from '../../../src/features/booking/facts/room-times.ts'
import { DeskRows } from '../../../src/features/booking/lists/desk-rows.tsx'
import { MyCard } from '../../../src/features/booking/lists/my-card.tsx'
import { sampleBooking } from './sample.ts'

const before = Date.parse('2030-11-25T08:30:00Z')
const open = Date.parse('2030-11-25T08:50:00Z')
const closed = Date.parse('2030-11-25T10:30:00Z')

beforeEach(() => {
  localStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
})

function show(now: number, differences: Partial<Booking> = {}, token = 'token-1') {
  return render(
    <RoomNote booking={sampleBooking(differences)} token={token} zone="UTC" now={now} />,
  )
}

const join = () => screen.queryByRole('link', { name: /^Join session/ })

describe('the door to the call on the page of a booking', () => {
  it('says before it opens when that is, and lets camera and connection be tested', () => {
    show(before)
    expect(screen.getByText('The video room opens Mon 25 Nov, 08:50')).toBeTruthy()
    expect(join()).toBeNull()
    const test = screen.getByRole('link', { name: 'Test camera and connection' })
    expect(test.getAttribute('href')).toBe('/b/booking-0001/call#token-1')
  })

  it('shows how the last test on this device ended', () => {
    rememberCheck('booking-0001', { path: 'direct', relay: 'absent', at: before - 60_000 })
    show(before)
    expect(
      screen.getByText('Tested on this device Mon 25 Nov, 08:29: Ready for the session'),
    ).toBeTruthy()
  })

  it('leads into the room while it is open, also after the end, with the token in the fragment', () => {
    show(open)
    expect(join()?.getAttribute('href')).toBe('/b/booking-0001/call#token-1')
    expect(screen.getByText(/closes at 10:30/)).toBeTruthy()
  })

  it('needs no token of who is signed in', () => {
    show(closed - 1, { status: 'completed', seenAs: 'expert' }, '')
    expect(join()?.getAttribute('href')).toBe('/b/booking-0001/call')
    expect(screen.getByText('with Mina')).toBeTruthy()
  })

  it('is gone once the room is closed, and where it was cancelled', () => {
    expect(show(closed, { status: 'completed' }).container.textContent).toBe('')
    expect(show(open, { status: 'cancelled' }).container.textContent).toBe('')
  })

  it('is a link of its own to a new document', () => {
    show(open)
    expect(join()?.tagName).toBe('A')
    expect(isRoomOpen(roomOf(sampleBooking()), open - 1)).toBe(false)
  })
})

describe('the door to the call in lists', () => {
  it('stands in My bookings while the room is open', () => {
    const card = (now: number) => (
      <MemoryRouter>
        <ul>
          <MyCard booking={sampleBooking()} now={now} onAction={() => undefined} />
        </ul>
      </MemoryRouter>
    )
    const { rerender } = render(card(before))
    expect(screen.getByText('Room opens 08:50')).toBeTruthy()
    expect(join()).toBeNull()
    rerender(card(open))
    expect(screen.getByText('The room is open')).toBeTruthy()
    expect(join()?.getAttribute('href')).toBe('/b/booking-0001/call')
  })

  it('stands in the rows of today', () => {
    const rows = (now: number) => (
      <MemoryRouter>
        <DeskRows label="Today" bookings={[sampleBooking()]} zone="UTC" now={now} />
      </MemoryRouter>
    )
    const { rerender } = render(rows(before))
    expect(join()).toBeNull()
    rerender(rows(open))
    expect(join()?.getAttribute('href')).toBe('/b/booking-0001/call')
  })
})
