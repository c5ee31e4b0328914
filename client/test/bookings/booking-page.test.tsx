import type { Booking } from '@expertconnect/contract/bookings'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, useLocation } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from '../../src/api/client.ts'
import { ApiProblem, unreachable } from '../../src/api/problem.ts'
import { BookingPage } from '../../src/features/bookings/booking-page.tsx'
import {
  forgetBooking,
  localBooking,
  localBookings,
  rememberBooking,
} from '../../src/features/bookings/local-bookings.ts'
import { watchBooking } from '../../src/realtime/watch-booking.ts'
import { sampleBooking } from './sample.ts'

vi.mock('../../src/api/client.ts')
vi.mock('../../src/realtime/watch-booking.ts')

let stored: Booking
let tokens: string[]
let tell: (version: number) => void
const calls: { name: string; bearer: string | undefined; body: unknown }[] = []
let refusal: ApiProblem | null
const onBookAgain = vi.fn<(booking: Booking) => void>()

beforeEach(() => {
  for (const { id } of localBookings()) forgetBooking(id)
  localStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  stored = sampleBooking()
  tokens = ['token-1']
  calls.length = 0
  refusal = null
  onBookAgain.mockReset()
  vi.mocked(watchBooking).mockImplementation((_, onVersion) => {
    tell = onVersion
    return () => undefined
  })
  vi.mocked(call).mockImplementation((name, input, options) => {
    const { body } = input as { body?: object }
    calls.push({ name, bearer: options?.bearer, body })
    if (!tokens.includes(options?.bearer ?? '')) {
      return Promise.reject(new ApiProblem({ ...unreachable, status: 404, code: 'not_found' }))
    }
    if (name === 'changeBooking') {
      if (refusal) return Promise.reject(refusal)
      stored = { ...stored, ...body, version: stored.version + 1 } as Booking
      return Promise.resolve({ booking: stored }) as never
    }
    return Promise.resolve({ booking: stored }) as never
  })
})

function Address() {
  const { pathname, hash } = useLocation()
  return <output>{pathname + hash}</output>
}

function show(address: string) {
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <MemoryRouter initialEntries={[address]}>
        <BookingPage
          id="booking-0001"
          tools={{ reschedule: () => <p>choose</p>, correct: () => <p>form</p> }}
          onBookAgain={onBookAgain}
        />
        <Address />
      </MemoryRouter>
    </QueryClientProvider>,
  )
}

const reads = () => calls.filter(({ name }) => name === 'getBooking')

describe('the page of a booking', () => {
  it('opens with the token of the fragment, sent in the header', async () => {
    show('/b/booking-0001#token-1')
    expect(
      await screen.findByRole('heading', { name: /You are booked with Asha Rai/ }),
    ).toBeTruthy()
    expect(reads()[0]?.bearer).toBe('token-1')
    expect(screen.getByText('Nothing is charged here: you settle with Asha Rai.')).toBeTruthy()
  })

  it('finds the token of a bare address in this browser', async () => {
    rememberBooking(stored, 'token-1')
    show('/b/booking-0001')
    expect(await screen.findByRole('heading', { name: /You are booked/ })).toBeTruthy()
    expect(screen.getByText('/b/booking-0001#token-1')).toBeTruthy()
  })

  it('replaces an outdated token by the one that this browser knows', async () => {
    rememberBooking(stored, 'token-1')
    show('/b/booking-0001#token-0')
    expect(await screen.findByText('/b/booking-0001#token-1')).toBeTruthy()
    expect(await screen.findByRole('heading', { name: /You are booked/ })).toBeTruthy()
  })

  it('says that a bare address is private, and that a wrong link opens nothing', async () => {
    show('/b/booking-0001')
    expect(await screen.findByText('This page is private')).toBeTruthy()
    expect(calls).toEqual([])
  })

  it('explains a link that opens nothing', async () => {
    show('/b/booking-0001#wrong')
    expect(await screen.findByText('This link does not open a booking')).toBeTruthy()
  })

  it('reads again only when a newer version is told of, and says what changed', async () => {
    show('/b/booking-0001#token-1')
    await screen.findByRole('heading', { name: /You are booked/ })
    const before = reads().length
    act(() => tell(2))
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(reads()).toHaveLength(before)
    stored = sampleBooking({ version: 3, startsAt: '2030-11-26T09:00:00Z' })
    act(() => tell(3))
    expect(await screen.findByText(/has been moved from/)).toBeTruthy()
    expect(reads()).toHaveLength(before + 1)
  })

  it('cancels with the version that it shows, and offers booking again', async () => {
    rememberBooking(stored, 'token-1')
    show('/b/booking-0001#token-1')
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Cancel' }))
    await user.click(await screen.findByRole('button', { name: 'Cancel the session' }))
    await user.click(await screen.findByRole('button', { name: /Book Asha Rai again/ }))
    expect(calls.find(({ name }) => name === 'changeBooking')?.body).toEqual({
      status: 'cancelled',
      version: 2,
    })
    expect(localBooking('booking-0001')?.status).toBe('cancelled')
    expect(onBookAgain).toHaveBeenCalled()
  })

  it('after a stale change shows how it is now', async () => {
    show('/b/booking-0001#token-1')
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Cancel' }))
    refusal = new ApiProblem({
      ...unreachable,
      status: 409,
      code: 'stale_version',
      title: 'Changed',
    })
    stored = sampleBooking({ version: 3, startsAt: '2030-11-27T09:00:00Z' })
    await user.click(await screen.findByRole('button', { name: 'Cancel the session' }))
    expect(await screen.findByText(/Press once more if you still want this/)).toBeTruthy()
    expect((await screen.findAllByText(/has been moved from/)).length).toBeGreaterThan(0)
    refusal = null
    await user.click(screen.getByRole('button', { name: 'Cancel the session' }))
    await waitFor(() => expect(calls.at(-1)?.body).toMatchObject({ version: 3 }))
  })

  it('shows the buttons that are allowed, and why the others are not', async () => {
    stored = sampleBooking({ allowedActions: ['correct'] })
    show('/b/booking-0001#token-1')
    await screen.findByRole('button', { name: 'Correct your details' })
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
    expect(screen.getByText(/It could be cancelled or moved until/)).toBeTruthy()
    await waitFor(() => expect(reads().length).toBeGreaterThan(0))
  })
})
