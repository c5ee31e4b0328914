import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { BookingMessage } from '@expertconnect/contract/messages/shapes'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from '../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'
import { BookingPage } from '../../../src/pages/visitor/booking-page.tsx'
import {
  forgetBooking,
  localBooking,
  localBookings,
  rememberBooking,
} from '../../../src/features/booking/local/local-bookings.ts'
import { watchBooking } from '../../../src/server/live/watch-booking.ts'
import { watchMyBookings } from '../../../src/server/live/watch-my-bookings.ts'
import { noteMe, noteSignedOut } from '../../../src/server/api/session-mark.ts'
import { sampleBooking } from '../../features/booking/sample.ts'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-booking.ts')
vi.mock('../../../src/server/live/watch-my-bookings.ts')

let stored: Booking
let tokens: string[]
let tell: (version: number) => void
const calls: { name: string; bearer: string | undefined; body: unknown }[] = []
let refusal: ApiProblem | null
let mails: BookingMessage[]
/** The address that is signed in. */
let signedIn: string | null

beforeEach(() => {
  for (const { id } of localBookings()) forgetBooking(id)
  localStorage.clear()
  sessionStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  stored = sampleBooking()
  tokens = ['token-1']
  calls.length = 0
  refusal = null
  mails = []
  signedIn = null
  noteSignedOut()
  vi.mocked(watchMyBookings).mockReturnValue(() => undefined)
  vi.mocked(watchBooking).mockImplementation((_, onVersion) => {
    tell = onVersion
    return () => undefined
  })
  vi.mocked(call).mockImplementation((name, input, options) => {
    const { body } = input as { body?: object }
    calls.push({ name, bearer: options?.bearer, body })
    if (name === 'getMe') return me() as never
    const isOwn = signedIn !== null && signedIn === stored.customer?.email
    if (!isOwn && !tokens.includes(options?.bearer ?? '')) {
      return Promise.reject(new ApiProblem({ ...unreachable, status: 404, code: 'not_found' }))
    }
    if (name === 'changeBooking') {
      if (refusal) return Promise.reject(refusal)
      stored = { ...stored, ...body, version: stored.version + 1 } as Booking
      return Promise.resolve({ booking: stored }) as never
    }
    if (name === 'getNotes') return Promise.resolve({ text: '', version: 0 }) as never
    if (name === 'listBookingMessages') return Promise.resolve({ items: mails }) as never
    return Promise.resolve({ booking: stored }) as never
  })
})

function me() {
  const person = signedIn === null ? null : { id: 'p', email: signedIn, roles: [], expertId: null }
  noteMe(person?.id ?? null)
  return Promise.resolve({ person })
}

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
        <Routes>
          <Route path="/b/:id" element={<BookingPage />} />
          <Route path="*" element={<p>elsewhere</p>} />
        </Routes>
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
    expect(calls.map(({ name }) => name)).toEqual(['getMe'])
    expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe(
      '/sign-in?to=%2Fb%2Fbooking-0001',
    )
  })

  it('explains a link that opens nothing', async () => {
    show('/b/booking-0001#wrong')
    expect(await screen.findByText('This link does not open a booking')).toBeTruthy()
  })

  it('that is over leads to signing in, and sends a new one on request, without a word of the booking', async () => {
    const user = userEvent.setup()
    vi.mocked(call).mockImplementation((name, _input, options) => {
      calls.push({ name, bearer: options?.bearer, body: undefined })
      if (name === 'renewLink') return Promise.resolve(null) as never
      return Promise.reject(new ApiProblem({ ...unreachable, status: 410, code: 'link_over' }))
    })
    show('/b/booking-0001#token-1')
    expect(await screen.findByRole('heading', { name: 'This link has expired' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe(
      '/sign-in?to=%2Fb%2Fbooking-0001',
    )
    await user.click(screen.getByRole('button', { name: 'Send me a new link' }))
    expect(await screen.findByText(/is on its way to the address of the booking/)).toBeTruthy()
    // It stays where the keyboard is.
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Send it again' }))
    expect(calls.filter(({ name }) => name === 'renewLink')).toEqual([
      { name: 'renewLink', bearer: 'token-1', body: undefined },
    ])
  })

  it('reads again only when a newer version is told of, and says what changed', async () => {
    show('/b/booking-0001#token-1')
    await screen.findByText('None has been sent yet')
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
    expect(await screen.findByText('/experts/asha-rai')).toBeTruthy()
    expect(sessionStorage.getItem('ec.draft.asha-rai')).toContain('mina@example.org')
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
    expect(await screen.findByText(/Press again if you still want this/)).toBeTruthy()
    expect((await screen.findAllByText(/has been moved from/)).length).toBeGreaterThan(0)
    refusal = null
    await user.click(screen.getByRole('button', { name: 'Cancel the session' }))
    const changes = () => calls.filter(({ name }) => name === 'changeBooking')
    await waitFor(() => expect(changes().at(-1)?.body).toMatchObject({ version: 3 }))
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

describe('the page of a booking, for who is signed in', () => {
  const change = (name: string) => calls.find((sent) => sent.name === name)

  it('opens without a token, and there is no link to keep', async () => {
    signedIn = 'mina@example.org'
    show('/b/booking-0001')
    expect(await screen.findByRole('heading', { name: /You are booked/ })).toBeTruthy()
    expect(screen.getByText('It is in My bookings')).toBeTruthy()
    expect(screen.queryByText(/private link/)).toBeNull()
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await user.click(await screen.findByRole('button', { name: 'Cancel the session' }))
    expect(await screen.findByRole('heading', { name: /^Cancelled session/ })).toBeTruthy()
    expect(change('changeBooking')?.bearer).toBe('')
    expect(screen.getByText('/b/booking-0001')).toBeTruthy()
  })

  it('urges nobody to copy a link who booked with the address that is signed in', async () => {
    signedIn = 'MINA@example.org'
    stored = sampleBooking({ customer: { name: 'Mina', email: 'MINA@example.org' } })
    noteMe('p')
    show('/b/booking-0001#token-1')
    expect(await screen.findByText('It is in My bookings')).toBeTruthy()
    expect(screen.queryByText(/private link/)).toBeNull()
  })

  it('keeps the private link of what was booked with another address', async () => {
    signedIn = 'else@example.org'
    noteMe('p')
    show('/b/booking-0001#token-1')
    expect(await screen.findByRole('button', { name: 'Copy your private link' })).toBeTruthy()
    expect(screen.getByText(/or by signing in with mina@example\.org/)).toBeTruthy()
  })

  it('does not take a void token, which the session made work, for the one to keep', async () => {
    rememberBooking(stored, 'token-1')
    signedIn = 'mina@example.org'
    noteMe('p')
    show('/b/booking-0001#token-0')
    expect(await screen.findByText('It is in My bookings')).toBeTruthy()
    expect(localBooking('booking-0001')?.token).toBe('token-1')
  })

  it('says whose bookings they see, where it is not of their address', async () => {
    signedIn = 'else@example.org'
    show('/b/booking-0001')
    expect(await screen.findByText('This is not one of your bookings')).toBeTruthy()
    expect(screen.getByText(/You are signed in with else@example\.org/)).toBeTruthy()
  })

  it('says that the session has ended, when something is pressed, and leads back here', async () => {
    signedIn = 'mina@example.org'
    show('/b/booking-0001')
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Cancel' }))
    signedIn = null
    await user.click(await screen.findByRole('button', { name: 'Cancel the session' }))
    expect(await screen.findByText('You are no longer signed in here')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Sign in again' }).getAttribute('href')).toBe(
      '/sign-in?to=%2Fb%2Fbooking-0001',
    )
  })
})
