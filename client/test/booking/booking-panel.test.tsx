import { startRefusals } from '@expertconnect/contract/bookings/start-refusals'
import type { Problem } from '@expertconnect/contract/problem'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { call, releaseWhileLeaving } from '../../src/api/client.ts'
import { ApiProblem, unreachable } from '../../src/api/problem.ts'
import { BookingPanel } from '../../src/features/booking/booking-panel.tsx'
import { type BoardListener, watchBoard } from '../../src/realtime/watch-board.ts'
import { ToastProvider } from '../../src/ui/toast.tsx'
import { instant, sampleBoard, sampleDay, sampleEvent, sampleExpert } from './sample.ts'

vi.mock('../../src/api/client.ts')
vi.mock('../../src/realtime/watch-board.ts')
vi.mock('../../src/realtime/socket.ts', () => ({ useConnection: () => 'live' }))

const start = Date.now() + 2 * 86_400_000
const date = instant(start).slice(0, 10)
const expert = sampleExpert({
  sessionLengths: [30],
  nextFreeAt: `${date}T09:00:00Z`,
  timeZone: 'UTC',
})
const taken: Problem = {
  type: 'about:blank',
  title: 'This slot was just taken',
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

let sent: Sent[]
let listener: BoardListener
/** How the next calls of these are answered; after that, well. */
let refusals: Record<string, Problem[]>
const onBooked = vi.fn<() => void>()

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
  onBooked.mockReset()
  vi.mocked(releaseWhileLeaving).mockReset()
  sent = []
  refusals = {}
  vi.mocked(watchBoard).mockImplementation((_, given) => {
    listener = given
    given.watching()
    given.watched()
    return () => undefined
  })
  vi.mocked(call).mockImplementation((name, input, options) => {
    sent.push({ name, input: input as Sent['input'], key: options?.key })
    const refusal = refusals[name]?.shift()
    if (refusal) return Promise.reject(new ApiProblem(refusal))
    return Promise.resolve(answerTo(name, input as Sent['input'])) as never
  })
})

function answerTo(name: string, { body }: Sent['input']): unknown {
  if (name === 'getBoard') {
    return sampleBoard({ days: [sampleDay(date, ['09:00', '09:30', '10:00'])] })
  }
  if (name === 'createHold') {
    return {
      id: `hold-${sent.length}`,
      token: 'secret',
      version: 1,
      startsAt: body?.startsAt,
      endsAt: body?.startsAt,
      expiresAt: instant(Date.now() + 300_000),
      renewable: true,
      now: instant(Date.now()),
    }
  }
  return name === 'createBooking' ? { booking: { id: 'b' }, manageToken: 't' } : null
}

function show() {
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <MemoryRouter>
        <ToastProvider>
          <BookingPanel expert={expert} overlapping={() => []} onBooked={onBooked} />
        </ToastProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  )
}

const tile = (time: string) => screen.findByRole('button', { name: new RegExp(`^${time} to`) })
const sentAs = (name: string) => sent.filter((request) => request.name === name)
const confirm = () => screen.getByRole('button', { name: 'Confirm booking' })

async function openForm() {
  show()
  const user = userEvent.setup()
  await user.click(await tile('09:00'))
  await user.click(screen.getByRole('button', { name: /^Book .* 09:00$/ }))
  await screen.findByLabelText('Your name')
  return user
}

async function fill(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByLabelText('Your name'), 'Mina')
  await user.type(screen.getByLabelText('E-mail'), 'mina@example.org')
  await user.type(screen.getByLabelText(/talk about/), 'Roots')
}

describe('booking a slot', () => {
  it('takes two steps: a press chooses, the button holds', async () => {
    const user = await openForm()
    expect(sentAs('createHold')).toHaveLength(1)
    expect(sentAs('createHold')[0]?.key).toMatch(/^[0-9a-f-]{36}$/)
    expect(screen.getByText(/held for you/)).toBeTruthy()
    await fill(user)
    await user.click(confirm())
    await waitFor(() => expect(onBooked).toHaveBeenCalledTimes(1))
    expect(sentAs('createBooking')[0]?.input.body).toMatchObject({
      hold: { token: 'secret' },
      customer: { name: 'Mina', email: 'mina@example.org' },
      topic: 'Roots',
      timeZone: 'UTC',
    })
  })

  it('ties faults to their fields and moves the focus to the first', async () => {
    const user = await openForm()
    await user.type(screen.getByLabelText('E-mail'), 'nobody')
    await user.click(confirm())
    expect(document.activeElement).toBe(screen.getByLabelText('Your name'))
    const email = screen.getByLabelText('E-mail')
    const fault = document.getElementById(email.getAttribute('aria-describedby') ?? '')
    expect(fault?.textContent).toBe('This does not look like an e-mail address')
    expect(sentAs('createBooking')).toHaveLength(0)
    await user.type(email, '@example.org')
    expect(email.getAttribute('aria-invalid')).toBeNull()
  })

  it('shows the faults that the server finds at their fields', async () => {
    const user = await openForm()
    await fill(user)
    refusals['createBooking'] = [
      {
        ...taken,
        status: 422,
        code: 'invalid_input',
        alternatives: [],
        errors: [{ pointer: '#/customer/email', detail: 'No such domain' }],
      },
    ]
    await user.click(confirm())
    expect(await screen.findByText('No such domain')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText('E-mail'))
  })
})

describe('losing a slot', () => {
  it('keeps every typed word and holds another one with one press', async () => {
    const user = await openForm()
    await fill(user)
    refusals['createBooking'] = [taken]
    await user.click(confirm())
    const lost = await screen.findByRole('alert')
    expect(within(lost).getByText('Someone was faster')).toBeTruthy()
    await user.click(within(lost).getByRole('button', { name: /10:00$/ }))
    await waitFor(() => expect(screen.queryByText('Someone was faster')).toBeNull())
    expect(sentAs('createHold').at(-1)?.input.body?.startsAt).toBe(`${date}T10:00:00Z`)
    expect(screen.getByLabelText('Your name')).toHaveProperty('value', 'Mina')
    expect(screen.getByLabelText(/talk about/)).toHaveProperty('value', 'Roots')
    await user.click(confirm())
    await waitFor(() => expect(onBooked).toHaveBeenCalledTimes(1))
    expect(sentAs('createBooking').at(-1)?.input.body?.startsAt).toBe(`${date}T10:00:00Z`)
  })

  it.each(startRefusals)('is told as such in the form, for the reason %s', async (code) => {
    const user = await openForm()
    await fill(user)
    refusals['createBooking'] = [
      { type: `/problems/${code}`, title: 'This cannot be had', status: 422, code },
    ]
    await user.click(confirm())
    const lost = await screen.findByRole('alert')
    expect(within(lost).getByText(/ Everything that you typed is kept\.$/)).toBeTruthy()
    expect(document.activeElement).toBe(within(lost).getByRole('heading'))
    expect(screen.queryByText(/held for you/)).toBeNull()
    // While they pause there is none.
    expect(/choose another time/.test(lost.textContent)).toBe(!/^(slot_taken|paused)$/.test(code))
  })

  it('is told already when it is chosen, with the nearest ones', async () => {
    refusals['createHold'] = [taken]
    show()
    const user = userEvent.setup()
    await user.click(await tile('09:00'))
    await user.click(screen.getByRole('button', { name: /^Book/ }))
    expect(await screen.findByText('Someone was faster')).toBeTruthy()
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: /09:30$/ }))
    expect(await screen.findByLabelText('Your name')).toBeTruthy()
  })

  it('that is only chosen shows at the button', async () => {
    show()
    const user = userEvent.setup()
    await user.click(await tile('09:00'))
    listener.event(
      sampleEvent({
        status: 'booked',
        startsAt: `${date}T09:00:00Z`,
        endsAt: `${date}T09:30:00Z`,
        until: `${date}T09:30:00Z`,
      }),
    )
    expect(await screen.findByText(/09:00 has just gone to someone else/)).toBeTruthy()
    expect(screen.getByRole('button', { name: /^Book/ })).toHaveProperty('disabled', true)
    expect(sentAs('getBoard')).toHaveLength(1)
  })
})

describe('the key of a booking', () => {
  it('stays for a retry after a failure of the network, and changes with what is sent', async () => {
    const user = await openForm()
    await fill(user)
    refusals['createBooking'] = [unreachable, unreachable]
    await user.click(confirm())
    await screen.findByText('We could not reach ExpertConnect')
    await user.click(confirm())
    await waitFor(() => expect(sentAs('createBooking')).toHaveLength(2))
    await user.type(screen.getByLabelText('Your name'), ' Rai')
    await user.click(confirm())
    await waitFor(() => expect(onBooked).toHaveBeenCalled())
    const [first, second, third] = sentAs('createBooking').map(({ key }) => key)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })
})

describe('leaving the form', () => {
  it('by Back gives the slot back and keeps the text', async () => {
    const user = await openForm()
    await fill(user)
    await user.click(screen.getByRole('button', { name: 'Back to the times' }))
    await waitFor(() => expect(sentAs('releaseHold')).toHaveLength(1))
    expect((await tile('09:00')).getAttribute('aria-pressed')).toBe('true')
    await user.click(screen.getByRole('button', { name: /^Book/ }))
    expect(await screen.findByLabelText('Your name')).toHaveProperty('value', 'Mina')
  })

  it('by closing the page gives the slot back', async () => {
    await openForm()
    act(() => void dispatchEvent(new Event('pagehide')))
    expect(releaseWhileLeaving).toHaveBeenCalledTimes(1)
    expect(await screen.findByText(/the time was given back/)).toBeTruthy()
  })

  it('after booking gives nothing back', async () => {
    const user = await openForm()
    await fill(user)
    await user.click(confirm())
    await waitFor(() => expect(onBooked).toHaveBeenCalled())
    dispatchEvent(new Event('pagehide'))
    expect(releaseWhileLeaving).not.toHaveBeenCalled()
    expect(sentAs('releaseHold')).toHaveLength(0)
  })
})

describe('a hold that ends unseen', () => {
  it('says so, keeps the text, and is taken again with one press', async () => {
    const user = await openForm()
    await fill(user)
    const { startsAt = '' } = sentAs('createHold')[0]?.input.body ?? {}
    const id = `hold-${sent.findIndex(({ name }) => name === 'createHold') + 1}`
    listener.event(sampleEvent({ id, version: 2, status: 'released', startsAt }))
    expect(await screen.findByText('Your hold has ended')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Hold it again' }))
    await waitFor(() => expect(sentAs('createHold')).toHaveLength(2))
    expect(await screen.findByText(/held for you/)).toBeTruthy()
    expect(screen.getByLabelText('Your name')).toHaveProperty('value', 'Mina')
  })
})
