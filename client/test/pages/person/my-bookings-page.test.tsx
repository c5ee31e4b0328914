import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, useLocation } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from '../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'
import { createQueryClient } from '../../../src/server/api/query-client.ts'
import {
  forgetBooking,
  localBooking,
  localBookings,
  rememberBooking,
} from '../../../src/features/booking/local/local-bookings.ts'
import { MyBookingsPage } from '../../../src/pages/person/my-bookings-page.tsx'
import { watchBooking } from '../../../src/server/live/watch-booking.ts'
import {
  type MyBookingsListener,
  watchMyBookings,
} from '../../../src/server/live/watch-my-bookings.ts'
import { noteMe, noteSignedOut } from '../../../src/server/api/session-mark.ts'
import { ToastProvider } from '../../../src/ui/feedback/toast.tsx'
import { sampleBooking } from '../../features/booking/sample.ts'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-booking.ts')
vi.mock('../../../src/server/live/watch-my-bookings.ts')

const mina = 'mina@example.org'
const expert = (name: string) => ({ ...sampleBooking().expert, id: name, slug: name, name })

/** The server's bookings; those of `mina` are listed. */
let bookings: Booking[]
let tokens: Record<string, string>
let signedIn: boolean
let away: boolean
let perPage: number
let listener: MyBookingsListener
let calls: { name: string; input: Record<string, unknown>; bearer: string | undefined }[]

beforeEach(() => {
  for (const { id } of localBookings()) forgetBooking(id)
  noteSignedOut()
  localStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
  bookings = [
    sampleBooking(),
    sampleBooking({ id: 'booking-0002', status: 'cancelled', expert: expert('Bo Li') }),
    sampleBooking({
      id: 'booking-0003',
      status: 'completed',
      expert: expert('Cy Dahl'),
      startsAt: '2025-01-06T09:00:00Z',
      endsAt: '2025-01-06T10:00:00Z',
    }),
  ]
  tokens = {}
  signedIn = true
  away = false
  perPage = 20
  calls = []
  vi.mocked(watchBooking).mockReturnValue(() => undefined)
  vi.mocked(watchMyBookings).mockImplementation((given) => {
    listener = given
    return () => undefined
  })
  vi.mocked(call).mockImplementation((name, input, options) => {
    calls.push({ name, input: input as Record<string, unknown>, bearer: options?.bearer })
    return Promise.resolve().then(() => answer(name, input as Input, options?.bearer)) as never
  })
})

interface Input {
  params: { id: string }
  query: { scope: string; cursor?: string }
  body: object
}

function refuse(code: 'signed_out' | 'not_found', status: number): never {
  throw new ApiProblem({ ...unreachable, code, status })
}

function answer(name: string, { params, query, body }: Input, bearer = ''): unknown {
  if (away) throw new ApiProblem(unreachable)
  const person = signedIn ? { id: 'p', email: mina, roles: [], expertId: null } : null
  if (name === 'getMe') {
    noteMe(person?.id ?? null)
    return { person }
  }
  if (name === 'listMyBookings') {
    if (!signedIn) refuse('signed_out', 401)
    const from = Number(query.cursor ?? 0)
    const all = bookings.filter(
      ({ status, customer }) => customer?.email === mina && scopes[status] === query.scope,
    )
    const more = all.length > from + perPage
    return {
      items: all.slice(from, from + perPage),
      ...(more && { nextCursor: `${from + perPage}` }),
    }
  }
  const at = bookings.findIndex(({ id }) => id === params.id)
  const found = bookings[at]
  if (!found) refuse('not_found', 404)
  const own = signedIn && found.customer?.email === mina
  if (!own && (bearer === '' || tokens[params.id] !== bearer)) refuse('not_found', 404)
  if (name === 'changeBooking') {
    bookings[at] = { ...found, ...body, version: found.version + 1 }
    return { booking: bookings[at] }
  }
  return { booking: found }
}

const scopes = {
  booked: 'upcoming',
  completed: 'past',
  missed: 'past',
  cancelled: 'cancelled',
} as const

function Address() {
  const { pathname, search } = useLocation()
  return <output>{pathname + search}</output>
}

function show(address = '/bookings') {
  const client = createQueryClient()
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } })
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[address]}>
        <ToastProvider>
          <main>
            <MyBookingsPage />
          </main>
          <Address />
        </ToastProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

const list = (name: string) => screen.findByRole('list', { name })
const names = async (label: string) =>
  within(await list(label))
    .getAllByRole('heading')
    .map((heading) => heading.textContent)
const lists = () => calls.filter(({ name }) => name === 'listMyBookings')

function bookHere(differences: Partial<Booking>): Booking {
  const booking = sampleBooking(differences)
  if (!bookings.some(({ id }) => id === booking.id)) bookings.push(booking)
  tokens[booking.id] = `token-${booking.id}`
  rememberBooking(booking, `token-${booking.id}`)
  return booking
}

describe('my bookings, signed in', () => {
  it('are the server’s, in tabs, with what can be done with each', async () => {
    const user = show()
    expect(await names('Upcoming sessions')).toEqual(['Asha Rai'])
    expect(await screen.findByText(mina)).toBeTruthy()
    const card = within(await list('Upcoming sessions'))
    expect(card.getByText(/Room opens 08:50/)).toBeTruthy()
    expect(card.getByRole('link', { name: 'Asha Rai' }).getAttribute('href')).toBe(
      '/b/booking-0001',
    )
    expect(card.getByRole('link', { name: /^Move/ })).toBeTruthy()
    expect(card.getByRole('button', { name: /calendar/i })).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'Past' }))
    expect(await names('Past sessions')).toEqual(['Cy Dahl'])
    expect(screen.getByRole('link', { name: 'Book again with Cy Dahl' }).getAttribute('href')).toBe(
      '/experts/Cy Dahl',
    )
    await user.click(screen.getByRole('radio', { name: 'Cancelled' }))
    expect(await names('Cancelled sessions')).toEqual(['Bo Li'])
    expect(screen.getByText('/bookings?show=cancelled')).toBeTruthy()
  })

  it('offer only what the server allows', async () => {
    bookings = [sampleBooking({ allowedActions: ['correct'] })]
    show()
    const card = within(await list('Upcoming sessions'))
    expect(card.queryByRole('link', { name: /^Move/ })).toBeNull()
    expect(card.queryByRole('button', { name: /^Cancel/ })).toBeNull()
    expect(card.getByRole('button', { name: /calendar/i })).toBeTruthy()
  })

  it('come in pages', async () => {
    perPage = 1
    bookings.push(sampleBooking({ id: 'booking-0009', expert: expert('Di Fox') }))
    const user = show()
    expect(await names('Upcoming sessions')).toEqual(['Asha Rai'])
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    await waitFor(async () => expect(await names('Upcoming sessions')).toHaveLength(2))
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
  })

  it('are cancelled in place, without a token, and leave the tab', async () => {
    const user = show()
    await user.click(
      within(await list('Upcoming sessions')).getByRole('button', { name: /^Cancel/ }),
    )
    await user.type(await screen.findByLabelText(/A message for Asha Rai/), 'Ill')
    await user.click(screen.getByRole('button', { name: 'Cancel the session' }))
    expect(await screen.findByText('No upcoming sessions')).toBeTruthy()
    expect(screen.getByText('Cancelled: Asha Rai')).toBeTruthy()
    expect(calls.find(({ name }) => name === 'changeBooking')).toMatchObject({
      bearer: '',
      input: { body: { status: 'cancelled', version: 2, reason: 'Ill' } },
    })
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })),
    )
  })

  it('follow what is told, once for several changes', async () => {
    show()
    await list('Upcoming sessions')
    const before = lists().length
    bookings[0] = sampleBooking({ version: 3, startsAt: '2030-11-26T09:00:00Z' })
    act(() => {
      listener.changed({ id: 'booking-0001', version: 3 })
      listener.changed({ id: 'booking-0001', version: 3 })
    })
    expect(await screen.findByText(/26 Nov/)).toBeTruthy()
    expect(lists()).toHaveLength(before + 1)
  })

  it('that could not be loaded say so, and can be tried again', async () => {
    noteMe('p')
    away = true
    const user = show()
    await screen.findByText('Your bookings could not be loaded')
    away = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await names('Upcoming sessions')).toEqual(['Asha Rai'])
  })

  it('stay when they cannot be refreshed, and say that', async () => {
    show()
    await list('Upcoming sessions')
    away = true
    act(() => listener.watched())
    expect(await screen.findByText('Could not be refreshed')).toBeTruthy()
    expect(await names('Upcoming sessions')).toEqual(['Asha Rai'])
  })

  it('give way to what this browser knows as soon as the session has ended elsewhere', async () => {
    show()
    await list('Upcoming sessions')
    signedIn = false
    act(() => listener.doubted())
    expect(await screen.findByText('You are no longer signed in here')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Sign in again' }).getAttribute('href')).toBe(
      '/sign-in?to=%2Fbookings',
    )
    expect(screen.getByText('No bookings in this browser yet')).toBeTruthy()
  })
})

describe('what was booked in this browser', () => {
  it('with the same address is listed once, with another one apart', async () => {
    bookHere({})
    bookHere({
      id: 'booking-0007',
      expert: expert('Ed Gray'),
      customer: { name: 'Somebody', email: 'else@example.org' },
    })
    noteMe('p')
    show()
    expect(await names('Upcoming sessions')).toEqual(['Asha Rai'])
    expect(await names('Booked in this browser')).toEqual(['Ed Gray'])
    expect(screen.getAllByText('Asha Rai')).toHaveLength(1)
  })

  it('stays up to date by the list as well', async () => {
    bookHere({})
    bookings[0] = sampleBooking({ version: 3, startsAt: '2030-11-26T09:00:00Z' })
    show()
    await list('Upcoming sessions')
    await waitFor(() => expect(localBooking('booking-0001')?.startsAt).toMatch(/^2030-11-26/))
    expect(localBooking('booking-0001')?.token).toBe('token-booking-0001')
  })

  it('is all there is for who is not signed in, with the offer to', async () => {
    signedIn = false
    bookHere({})
    show()
    expect(await names('Upcoming sessions')).toEqual(['Asha Rai'])
    expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe(
      '/sign-in?to=%2Fbookings',
    )
    expect(screen.getByRole('button', { name: /Remove the session with Asha Rai/ })).toBeTruthy()
    expect(lists()).toHaveLength(0)
  })
})
