import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { vi } from 'vitest'
import { call, releaseWhileLeaving } from '../../../src/server/api/client.ts'
import { ApiProblem } from '../../../src/server/api/problem.ts'
import { BookingPanel } from '../../../src/features/book/booking-panel.tsx'
import type { OwnBooking } from '../../../src/features/book/overlap-warning.tsx'
import { type BoardListener, watchBoard } from '../../../src/server/live/watch-board.ts'
import { noteSignedOut } from '../../../src/server/api/session-mark.ts'
import { ToastProvider } from '../../../src/ui/feedback/toast.tsx'
import { instant, sampleBoard, sampleDay, sampleExpert } from '../board/sample.ts'

const start = Date.now() + 2 * 86_400_000
export const date = instant(start).slice(0, 10)
const expert = sampleExpert({
  sessionLengths: [30],
  nextFreeAt: `${date}T09:00:00Z`,
  timeZone: 'UTC',
})
export const taken: Problem = {
  type: 'about:blank',
  title: 'This time has just been taken',
  status: 409,
  code: 'slot_taken',
  alternatives: [
    { startsAt: `${date}T09:30:00Z`, endsAt: `${date}T10:00:00Z`, state: 'free' },
    { startsAt: `${date}T10:00:00Z`, endsAt: `${date}T10:30:00Z`, state: 'free' },
  ],
}

interface Sent {
  name: string
  input: { body?: { startsAt?: string; customer?: { name: string } } }
  key: string | undefined
}

/** What was sent, who listens to the board, and how the next calls are refused; after that they work. */
export const world = {
  sent: [] as Sent[],
  refusals: {} as Record<string, Problem[]>,
  listener: undefined as BoardListener | undefined,
  overlaps: [] as OwnBooking[],
  /** Of who is signed in; nobody is while there are none. */
  upcoming: [] as Booking[],
}
export const onBooked = vi.fn<() => void>()

/** Before each test; whoever imports this has mocked the client and the board's events. */
export function begin(): void {
  localStorage.clear()
  sessionStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
  onBooked.mockReset()
  vi.mocked(releaseWhileLeaving).mockReset()
  Object.assign(world, { sent: [], refusals: {}, listener: undefined, overlaps: [], upcoming: [] })
  noteSignedOut()
  vi.mocked(watchBoard).mockImplementation((_, given) => {
    world.listener = given
    given.watching()
    given.watched()
    return () => undefined
  })
  vi.mocked(call).mockImplementation((name, input, options) => {
    world.sent.push({ name, input: input as Sent['input'], key: options?.key })
    const refusal = world.refusals[name]?.shift()
    if (refusal) return Promise.reject(new ApiProblem(refusal))
    return Promise.resolve(answerTo(name, input as Sent['input'])) as never
  })
}

function answerTo(name: string, { body }: Sent['input']): unknown {
  if (name === 'getBoard') {
    return sampleBoard({ days: [sampleDay(date, ['09:00', '09:30', '10:00'])] })
  }
  if (name === 'createHold') {
    return {
      id: `hold-${world.sent.length}`,
      token: 'secret',
      version: 1,
      startsAt: body?.startsAt,
      endsAt: body?.startsAt,
      expiresAt: instant(Date.now() + 300_000),
      renewable: true,
      now: instant(Date.now()),
    }
  }
  if (name === 'getMe') {
    return { person: { id: 'p', email: 'mina@example.org', roles: [], expertId: null } }
  }
  if (name === 'listMyBookings') return { items: world.upcoming }
  return name === 'createBooking' ? { booking: { id: 'b' }, manageToken: 't' } : null
}

/** `search`: the query of the page’s address. */
export function show(search = '') {
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <MemoryRouter initialEntries={[`/${search}`]}>
        <ToastProvider>
          <BookingPanel expert={expert} overlapping={() => world.overlaps} onBooked={onBooked} />
        </ToastProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  )
}

export const tile = (time: string) =>
  screen.findByRole('button', { name: new RegExp(`^${time} to`) })
export const sentAs = (name: string) => world.sent.filter((request) => request.name === name)
export const confirm = () => screen.getByRole('button', { name: 'Confirm booking' })

export async function openForm() {
  show()
  const user = userEvent.setup()
  await user.click(await tile('09:00'))
  await user.click(screen.getByRole('button', { name: /^Book .* 09:00$/ }))
  await screen.findByLabelText('Your name')
  return user
}

/** As quick as anybody could be: when it stops being busy, before anything else happens. */
export function pressOnceReady(button: () => HTMLElement) {
  let wasBusy = false
  const observer = new MutationObserver(() => {
    const isBusy = button().getAttribute('aria-busy') === 'true'
    if (wasBusy && !isBusy) {
      observer.disconnect()
      button().click()
    }
    wasBusy = isBusy
  })
  observer.observe(document.body, { subtree: true, childList: true, attributes: true })
}

export async function fill(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByLabelText('Your name'), 'Mina')
  await user.type(screen.getByLabelText('E-mail'), 'mina@example.org')
  await user.type(screen.getByLabelText(/talk about/), 'Roots')
}
