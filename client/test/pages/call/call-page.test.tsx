import type { Call } from '@expertconnect/contract/calls/shapes'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createLocalMedia } from '../../../src/features/call/media/create-local-media.ts'
import { createMeeting } from '../../../src/features/call/meeting/create-meeting.ts'
import { openBookingRoom } from '../../../src/features/call/signalling/booking-room.ts'
import {
  forgetBooking,
  localBookings,
  rememberBooking,
} from '../../../src/features/booking/local/local-bookings.ts'
import { useShownLayout } from '../../../src/lib/browser/page-layout.ts'
import { CallPage } from '../../../src/pages/call/call-page.tsx'
import { call } from '../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'
import { createQueryClient } from '../../../src/server/api/query-client.ts'
import { noteMe, noteSignedOut } from '../../../src/server/api/session-mark.ts'
import { watchBooking } from '../../../src/server/live/watch-booking.ts'
import { watchMyBookings } from '../../../src/server/live/watch-my-bookings.ts'
import { ToastProvider } from '../../../src/ui/feedback/toast.tsx'
import { sampleBooking } from '../../features/booking/sample.ts'
import { fakeMedia, fakeMeeting } from '../../features/call/fake-call.ts'
import { sampleCall } from './sample-call.ts'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-booking.ts')
vi.mock('../../../src/server/live/watch-my-bookings.ts')
vi.mock('../../../src/features/call/meeting/create-meeting.ts')
vi.mock('../../../src/features/call/signalling/booking-room.ts')
vi.mock('../../../src/features/call/media/create-local-media.ts')

let stored: Call
let refusal: ApiProblem | null
let meeting: ReturnType<typeof fakeMeeting>
let media: ReturnType<typeof fakeMedia>
let tell: (version: number) => void
const bearers: (string | undefined)[] = []

const problem = (status: number, code: 'not_found' | 'forbidden') =>
  new ApiProblem({ ...unreachable, status, code })

beforeEach(() => {
  for (const { id } of localBookings()) forgetBooking(id)
  localStorage.clear()
  sessionStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  noteSignedOut()
  stored = sampleCall()
  refusal = null
  bearers.length = 0
  meeting = fakeMeeting({ phase: 'waiting' })
  media = fakeMedia()
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue()
  vi.mocked(createLocalMedia).mockImplementation(() => media.media)
  vi.mocked(createMeeting)
    .mockReset()
    .mockImplementation(() => meeting.meeting)
  vi.mocked(openBookingRoom).mockReset()
  vi.mocked(watchMyBookings).mockReturnValue(() => undefined)
  vi.mocked(watchBooking).mockImplementation((_, onVersion) => {
    tell = onVersion
    return () => undefined
  })
  vi.mocked(call).mockImplementation((name, _input, options) => {
    if (name === 'getMe') {
      noteMe(null)
      return Promise.resolve({ person: null }) as never
    }
    if (name !== 'getCall') return new Promise(() => undefined)
    bearers.push(options?.bearer)
    if (refusal) return Promise.reject(refusal)
    if (options?.bearer !== 'token-1') return Promise.reject(problem(404, 'not_found'))
    return Promise.resolve(stored) as never
  })
})

function Around() {
  const { pathname, hash } = useLocation()
  return (
    <>
      <output>{pathname + hash}</output>
      <output data-testid="layout">{useShownLayout()}</output>
    </>
  )
}

function show(address = '/b/booking-0001/call#token-1') {
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[address]}>
        <ToastProvider>
          <Routes>
            <Route path="/b/:id/call" element={<CallPage />} />
            <Route path="*" element={<p>elsewhere</p>} />
          </Routes>
          <Around />
        </ToastProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  )
}

const layout = () => screen.getByTestId('layout').textContent
const join = () => screen.findByRole('button', { name: 'Join session' })

describe('the page of a call', () => {
  it('reads the call with the token of the fragment, under the header alone', async () => {
    show()
    expect(await join()).toBeTruthy()
    expect(new Set(bearers)).toEqual(new Set(['token-1']))
    expect(layout()).toBe('headed')
    expect(document.title).toContain('Session with Asha Rai')
  })

  it('finds the token of a bare address, or a newer one, in this browser', async () => {
    rememberBooking(sampleBooking(), 'token-1')
    show('/b/booking-0001/call#token-0')
    expect(await screen.findByText('/b/booking-0001/call#token-1')).toBeTruthy()
    expect(await join()).toBeTruthy()
  })

  it('tells nobody else anything', async () => {
    const { unmount } = show('/b/booking-0001/call')
    expect(await screen.findByText('This page is private')).toBeTruthy()
    unmount()
    show('/b/booking-0001/call#wrong')
    expect(await screen.findByText('This link does not open a booking')).toBeTruthy()
  })

  it('is not for administrators', async () => {
    refusal = problem(403, 'forbidden')
    show()
    expect(await screen.findByText('Only the two people in a session can meet here')).toBeTruthy()
  })

  it('goes into the room, which has the window to itself, and leaves to the closing page at once', async () => {
    const user = userEvent.setup()
    show()
    await user.click(await join())
    expect(vi.mocked(openBookingRoom).mock.calls[0]?.[0]).toMatchObject({ token: 'token-1' })
    expect(screen.getByText('Waiting for Asha Rai')).toBeTruthy()
    expect(layout()).toBe('bare')
    act(() => meeting.show({ talkedMs: 130_000, end: 'left' }))
    await user.click(screen.getByRole('button', { name: 'Leave the call' }))
    expect(screen.getByRole('heading', { name: 'You left the session' })).toBeTruthy()
    expect(screen.getByText('2 minutes')).toBeTruthy()
    expect(layout()).toBe('headed')
    expect(media.done).toContain('close')
    await user.click(screen.getByRole('button', { name: 'Rejoin' }))
    expect(await screen.findByText('Waiting for Asha Rai')).toBeTruthy()
    expect(media.done).toContain('restore')
    expect(createMeeting).toHaveBeenCalledTimes(2)
  })

  it('is in the call again after a reload, with the devices as they were', async () => {
    const { unmount } = show()
    await userEvent.setup().click(await join())
    unmount()
    show()
    expect(await screen.findByText('Waiting for Asha Rai')).toBeTruthy()
    expect(media.done).toContain('restore')
  })

  it('is not in it again after a reload where the call went on elsewhere', async () => {
    const { unmount } = show()
    await userEvent.setup().click(await join())
    act(() => meeting.show({ phase: 'ended', end: 'taken_over' }))
    unmount()
    show()
    expect(await join()).toBeTruthy()
    expect(createMeeting).toHaveBeenCalledOnce()
  })

  it('is not in it as the other side, whose link was opened in this tab', async () => {
    sessionStorage.setItem('ec.in-call', 'booking-0001.customer')
    stored = sampleCall({ role: 'expert' })
    show()
    expect(await join()).toBeTruthy()
    expect(sessionStorage.getItem('ec.in-call')).toBeNull()
  })

  it('is rejoined once, however often it is pressed', async () => {
    show()
    await userEvent.setup().click(await join())
    act(() => meeting.show({ end: 'left' }))
    act(() => screen.getByRole('button', { name: 'Leave the call' }).click())
    vi.spyOn(media.media, 'restore').mockImplementation(
      () => new Promise((go) => setTimeout(go, 50)),
    )
    const rejoin = screen.getByRole('button', { name: 'Rejoin' })
    act(() => {
      rejoin.click()
      rejoin.click()
    })
    expect(await screen.findByText('Waiting for Asha Rai')).toBeTruthy()
    await new Promise((go) => setTimeout(go, 100))
    expect(createMeeting).toHaveBeenCalledTimes(2)
  })

  it('is not in it again after leaving, nor where the room is closed', async () => {
    sessionStorage.setItem('ec.in-call', 'booking-0001.customer')
    stored = sampleCall({ state: 'early' })
    show()
    expect(await screen.findByRole('heading', { name: 'Session with Asha Rai' })).toBeTruthy()
    expect(createMeeting).not.toHaveBeenCalled()
  })

  it('leads back to the lobby, with the reason, where one was refused', async () => {
    show()
    await userEvent.setup().click(await join())
    const refused = new ApiProblem({
      ...unreachable,
      title: 'The room is closed',
      detail: 'Too early.',
    })
    act(() => meeting.show({ phase: 'ended', end: 'refused', problem: refused }))
    expect(await join()).toBeTruthy()
    expect(screen.getByText('The room is closed')).toBeTruthy()
    expect(media.done).not.toContain('close')
  })

  it('says in other words that a session was moved, with its new time', async () => {
    show()
    await userEvent.setup().click(await join())
    stored = sampleCall({ state: 'early', startsAt: '2030-11-26T14:00:00Z' })
    act(() => meeting.show({ phase: 'ended', end: 'moved' }))
    expect(await screen.findByText(/is now at .*14:00/)).toBeTruthy()
  })

  it('reads again when the booking is changed', async () => {
    show()
    await join()
    act(() => tell(2))
    const before = bearers.length
    act(() => tell(3))
    await waitFor(() => expect(bearers.length).toBe(before + 1))
  })

  it('leaves the room when another page takes its place', async () => {
    const { unmount } = show()
    await userEvent.setup().click(await join())
    unmount()
    await waitFor(() => expect(meeting.done).toContain('leave'))
  })
})
