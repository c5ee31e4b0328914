import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, useLocation } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BeginningQuestion } from '../../../../src/features/booking/beginning/beginning-question.tsx'
import { BeginningSwitch } from '../../../../src/features/booking/beginning/beginning-switch.tsx'
import { beginningsForCustomer } from '../../../../src/features/booking/beginning/beginnings-of.ts'
import {
  claimTelling,
  wantsTelling,
  wasAskedToTell,
} from '../../../../src/features/booking/beginning/telling.ts'
import { useBeginnings } from '../../../../src/features/booking/beginning/use-beginnings.ts'
import { call } from '../../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../../src/server/api/problem.ts'
import { createQueryClient } from '../../../../src/server/api/query-client.ts'
import { useTitle } from '../../../../src/ui/display/use-title.ts'
import { sampleBooking } from '../sample.ts'

vi.mock('../../../../src/server/api/client.ts')

const minute = 60_000
/** What the server says of the booking when it is asked. */
let stored: Booking | null
const shown: { title: string; options: NotificationOptions; press: () => void }[] = []

class FakeNotification extends EventTarget {
  static permission: NotificationPermission = 'granted'
  static answer: NotificationPermission = 'granted'
  static requestPermission = vi.fn<() => Promise<NotificationPermission>>(() => {
    FakeNotification.permission = FakeNotification.answer
    return Promise.resolve(FakeNotification.answer)
  })
  close = () => undefined
  constructor(title: string, options: NotificationOptions) {
    super()
    shown.push({ title, options, press: () => this.dispatchEvent(new Event('click')) })
  }
}

beforeEach(() => {
  localStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  shown.length = 0
  Object.assign(FakeNotification, { permission: 'granted', answer: 'granted' })
  FakeNotification.requestPermission.mockClear()
  vi.stubGlobal('Notification', FakeNotification)
  wantsTelling.write(true)
  vi.useFakeTimers({
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  })
  vi.setSystemTime('2030-11-25T08:49:55Z')
  stored = sampleBooking()
  vi.mocked(call).mockClear()
  vi.mocked(call).mockImplementation(() =>
    stored
      ? (Promise.resolve({ booking: stored }) as never)
      : Promise.reject(new ApiProblem({ ...unreachable, status: 404, code: 'not_found' })),
  )
})

afterEach(() => {
  // Before the timers are real again: what they were to do belongs to this test.
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function Page({ bookings }: { bookings: readonly Booking[] }) {
  useTitle('Session with Asha Rai')
  useBeginnings(beginningsForCustomer(bookings, 'token-1'))
  const { pathname, hash } = useLocation()
  return <output>{pathname + hash}</output>
}

function show(bookings: readonly Booking[] = [sampleBooking()]) {
  const client = createQueryClient()
  const page = (list: readonly Booking[]) => (
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={['/bookings']}>
        <Page bookings={list} />
      </MemoryRouter>
    </QueryClientProvider>
  )
  const { rerender } = render(page(bookings))
  return (list: readonly Booking[]) => rerender(page(list))
}

/** In short steps: within one, nothing is rendered, and no timer set anew by it. */
async function pass(ms: number) {
  for (let left = ms; left > 0; left -= step) {
    await act(() => vi.advanceTimersByTimeAsync(Math.min(step, left)))
  }
}
const step = 5000

const titles = () => shown.map(({ title }) => title)

describe('whoever wants to be told', () => {
  it('is told ten minutes before and at the start, in the title and by one notification each', async () => {
    show()
    expect(document.title).toBe('Session with Asha Rai · ExpertConnect')
    await pass(6000)
    expect(document.title).toBe('● in 10 min · Session with Asha Rai · ExpertConnect')
    expect(titles()).toEqual(['In 10 minutes: your session with Asha Rai'])
    expect(shown[0]?.options.body).toBe('It begins at 09:00.')
    await pass(10 * minute)
    expect(document.title).toBe('● now · Session with Asha Rai · ExpertConnect')
    expect(titles()).toHaveLength(2)
    expect(titles()[1]).toBe('Now: your session with Asha Rai')
    await pass(6 * minute)
    expect(document.title).toBe('Session with Asha Rai · ExpertConnect')
    expect(titles()).toHaveLength(2)
  })

  it('comes to the session by pressing it', async () => {
    vi.spyOn(window, 'focus').mockReturnValue(undefined)
    show()
    await pass(6000)
    act(() => shown[0]?.press())
    expect(screen.getByText('/b/booking-0001#token-1')).toBeTruthy()
  })

  it('is told late after a sleep of the device, in how many minutes it is then', async () => {
    show()
    // While it slept no timer ran, but the clock went on.
    vi.setSystemTime('2030-11-25T08:56:30Z')
    await pass(20_000)
    expect(titles()).toEqual(['In 4 minutes: your session with Asha Rai'])
  })

  it('is told once over all tabs', async () => {
    show()
    show()
    await pass(6000)
    expect(titles()).toHaveLength(1)
    expect(await claimTelling('booking-0001@2030-11-25T09:00:00Z/soon')).toBe(false)
  })

  it('is not told of what was cancelled or moved, also where this page has not heard of it', async () => {
    show()
    stored = sampleBooking({ status: 'cancelled' })
    await pass(6000)
    expect(titles()).toEqual([])
    stored = sampleBooking({ startsAt: '2030-11-25T09:30:00Z' })
    await pass(10 * minute)
    expect(titles()).toEqual([])
    expect(vi.mocked(call).mock.calls.filter(([name]) => name === 'getBooking')).toHaveLength(2)
  })

  it('is told of the new time of what was moved', async () => {
    const next = show()
    stored = sampleBooking({ startsAt: '2030-11-25T09:30:00Z', version: 3 })
    next([stored])
    await pass(6000)
    expect(document.title).toBe('Session with Asha Rai · ExpertConnect')
    await pass(30 * minute)
    expect(titles()).toEqual(['In 10 minutes: your session with Asha Rai'])
  })

  it('is told by the title alone where notifications are not allowed', async () => {
    FakeNotification.permission = 'denied'
    show()
    await pass(6000)
    expect(titles()).toEqual([])
    expect(document.title).toMatch(/^● in 10 min/)
  })
})

it('whoever did not ask for it is told nothing', async () => {
  wantsTelling.write(null)
  show()
  await pass(11 * minute)
  expect(titles()).toEqual([])
  expect(document.title).toBe('Session with Asha Rai · ExpertConnect')
})

describe('the switch', () => {
  const toggle = () => screen.getByRole('switch', { name: 'Tell me here when it begins' })

  beforeEach(() => {
    vi.useRealTimers()
    wantsTelling.write(null)
    FakeNotification.permission = 'default'
  })

  it('asks for nothing before it is pressed, remembers the choice, and shows what it will be like', async () => {
    const user = userEvent.setup()
    render(<BeginningSwitch />)
    expect(FakeNotification.requestPermission).not.toHaveBeenCalled()
    await user.click(toggle())
    expect(FakeNotification.requestPermission).toHaveBeenCalledOnce()
    await waitFor(() => expect(titles()).toEqual(['You will be told here, like this']))
    expect(toggle().getAttribute('aria-checked')).toBe('true')
    expect(localStorage.getItem('ec.tell-beginnings')).toBe('true')
    expect(screen.getByText(/^With a notification and in this tab’s title/)).toBeTruthy()
    await user.click(toggle())
    expect(localStorage.getItem('ec.tell-beginnings')).toBeNull()
  })

  it('honours a no, says that the title tells it all the same, and how to allow it in this browser', async () => {
    FakeNotification.answer = 'denied'
    const user = userEvent.setup()
    render(<BeginningSwitch browser={{ name: 'firefox', system: 'linux', engine: 'gecko' }} />)
    await user.click(toggle())
    expect(await screen.findByText('Notifications are blocked for this site')).toBeTruthy()
    expect(screen.getByText(/crossed-out icon/)).toBeTruthy()
    expect(toggle().getAttribute('aria-checked')).toBe('true')
    expect(titles()).toEqual([])
  })

  it('can ask once more where the question was closed', async () => {
    FakeNotification.answer = 'default'
    const user = userEvent.setup()
    render(<BeginningSwitch />)
    await user.click(toggle())
    const more = await screen.findByRole('button', { name: 'Allow notifications too' })
    FakeNotification.answer = 'granted'
    await user.click(more)
    await waitFor(() => expect(titles()).toHaveLength(1))
    expect(screen.queryByRole('button', { name: 'Allow notifications too' })).toBeNull()
  })

  it('says where a browser knows no notifications', async () => {
    vi.stubGlobal('Notification', undefined)
    const user = userEvent.setup()
    render(<BeginningSwitch />)
    await user.click(toggle())
    expect(screen.getByText(/This browser can’t show notifications for it/)).toBeTruthy()
  })
})

describe('the question after booking', () => {
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
  const toggle = () => screen.getByRole('switch', { name: 'Tell me here when it begins' })
  const isAsked = () => screen.queryByText('Shall we tell you when it begins?') !== null

  beforeEach(() => {
    vi.useRealTimers()
    wantsTelling.write(null)
    wasAskedToTell.write(null)
    FakeNotification.permission = 'default'
  })

  it('says what for, asks the browser only after a yes, and leaves the switch, which has the focus', async () => {
    render(<BeginningQuestion who="Asha Rai" />)
    expect(screen.getByText(/one when Asha Rai is waiting for you/)).toBeTruthy()
    expect(FakeNotification.requestPermission).not.toHaveBeenCalled()
    await press('Yes, tell me')
    await waitFor(() => expect(titles()).toEqual(['You will be told here, like this']))
    expect(isAsked()).toBe(false)
    expect(toggle().getAttribute('aria-checked')).toBe('true')
    expect(document.activeElement).toBe(toggle())
  })

  it('is asked once: a no is remembered, on every page and after a reload', async () => {
    const { unmount } = render(<BeginningQuestion who="Asha Rai" />)
    await press('Not now')
    expect(isAsked()).toBe(false)
    expect(toggle().getAttribute('aria-checked')).toBe('false')
    expect(FakeNotification.requestPermission).not.toHaveBeenCalled()
    unmount()
    render(<BeginningQuestion who="Ada Lovelace" />)
    expect(isAsked()).toBe(false)
    await userEvent.click(toggle())
    await userEvent.click(toggle())
    expect(isAsked()).toBe(false)
  })

  it.each(['granted', 'denied'] as const)('is not asked where it is %s already', (permission) => {
    FakeNotification.permission = permission
    render(<BeginningQuestion who="Asha Rai" />)
    expect(isAsked()).toBe(false)
    expect(toggle()).toBeTruthy()
  })

  it('is not asked of whoever has found the switch before, nor where there are no notifications', async () => {
    const { unmount } = render(<BeginningSwitch />)
    FakeNotification.answer = 'default'
    await userEvent.click(toggle())
    await userEvent.click(toggle())
    unmount()
    const again = render(<BeginningQuestion who="Asha Rai" />)
    expect(isAsked()).toBe(false)
    again.unmount()
    wasAskedToTell.write(null)
    vi.stubGlobal('Notification', undefined)
    render(<BeginningQuestion who="Asha Rai" />)
    expect(isAsked()).toBe(false)
  })
})
