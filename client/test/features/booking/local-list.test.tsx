import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { LocalList } from '../../../src/features/booking/lists/local-list.tsx'
import {
  forgetBooking,
  localBooking,
  localBookings,
  rememberBooking,
  useLocalBookings,
} from '../../../src/features/booking/local/local-bookings.ts'
import { call } from '../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'
import { createQueryClient } from '../../../src/server/api/query-client.ts'
import { watchBooking } from '../../../src/server/live/watch-booking.ts'
import { ToastProvider } from '../../../src/ui/feedback/toast.tsx'
import { sampleBooking } from './sample.ts'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-booking.ts')

const now = Date.parse('2030-11-20T09:00:00Z')
let booking: Booking
let away: boolean
let sent: { body: object; bearer: string | undefined }[]

beforeEach(() => {
  for (const { id } of localBookings()) forgetBooking(id)
  localStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  booking = sampleBooking()
  away = false
  sent = []
  vi.mocked(watchBooking).mockReturnValue(() => undefined)
  vi.mocked(call).mockImplementation((name, input, options) => {
    if (away) return Promise.reject(new ApiProblem(unreachable))
    if (name === 'changeBooking') {
      const { body } = input as { body: Partial<Booking> }
      sent.push({ body, bearer: options?.bearer })
      booking = { ...booking, ...body, version: booking.version + 1 }
    }
    return Promise.resolve({ booking }) as never
  })
})

function List() {
  return <LocalList label="Here" entries={useLocalBookings()} now={now} level={2} />
}

function show() {
  rememberBooking(booking, 'its-token')
  const client = createQueryClient()
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } })
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <ToastProvider>
          <List />
        </ToastProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

describe('a booking that this browser remembers', () => {
  it('can be moved, put into a calendar and cancelled from the list, by its own token', async () => {
    const user = show()
    const move = await screen.findByRole('link', { name: /^Move/ })
    expect(move.getAttribute('href')).toBe('/b/booking-0001#its-token')
    await user.click(screen.getByRole('button', { name: /calendar/i }))
    const calendar = within(await screen.findByRole('dialog'))
    expect(calendar.getByText(/Asha Rai, /)).toBeTruthy()
    await user.click(calendar.getByRole('button', { name: 'Close' }))
    await user.click(screen.getByRole('button', { name: /^Cancel/ }))
    await user.click(await screen.findByRole('button', { name: 'Cancel the session' }))
    await waitFor(() => expect(localBooking('booking-0001')?.status).toBe('cancelled'))
    expect(sent).toEqual([{ body: { status: 'cancelled', version: 2 }, bearer: 'its-token' }])
    expect(screen.getByText('Cancelled: Asha Rai')).toBeTruthy()
    expect(screen.queryByRole('link', { name: /^Move/ })).toBeNull()
  })

  it('offers only what the server allows, and nothing without its answer', async () => {
    booking = sampleBooking({ allowedActions: ['correct'] })
    show()
    expect(await screen.findByRole('button', { name: /calendar/i })).toBeTruthy()
    expect(screen.queryByRole('link', { name: /^Move/ })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Cancel/ })).toBeNull()
  })

  it('offers nothing where the server can’t be asked', async () => {
    away = true
    show()
    expect(await screen.findByText(/Could not be refreshed/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /calendar/i })).toBeNull()
  })

  it('leaves the list with true words: its link and its address still open it', async () => {
    const user = show()
    await user.click(screen.getByRole('button', { name: /^Remove/ }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('does not cancel the session')
    expect(dialog.textContent).toContain('private link in your confirmation e-mail')
    expect(dialog.textContent).not.toContain('can’t open it again')
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }))
    expect(localBooking('booking-0001')).toBeUndefined()
  })
})
