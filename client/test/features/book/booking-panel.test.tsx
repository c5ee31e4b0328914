import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { cancelWords, cancelWordsOf } from '../../../src/features/book/cancel-words.ts'
import { call, releaseWhileLeaving } from '../../../src/server/api/client.ts'
import { unreachable } from '../../../src/server/api/problem.ts'
import {
  begin,
  confirm,
  date,
  fill,
  onBooked,
  openForm,
  pressOnceReady,
  sentAs,
  show,
  taken,
  tile,
  world,
} from './panel-world.tsx'
import { instant, sampleEvent } from '../board/sample.ts'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-board.ts')
vi.mock('../../../src/server/live/socket.ts', () => ({ useConnection: () => 'live' }))

beforeEach(begin)

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
    world.refusals['createBooking'] = [
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
    world.refusals['createBooking'] = [taken]
    await user.click(confirm())
    const lost = await screen.findByRole('alert')
    expect(within(lost).getByText('Someone was faster')).toBeTruthy()
    await user.click(within(lost).getByRole('button', { name: /10:00$/ }))
    await waitFor(() => expect(screen.queryByText('Someone was faster')).toBeNull())
    expect(sentAs('createHold').at(-1)?.input.body?.startsAt).toBe(`${date}T10:00:00Z`)
    expect(screen.getByLabelText('Your name')).toHaveProperty('value', 'Mina')
    expect(screen.getByLabelText(/talk about/)).toHaveProperty('value', 'Roots')
    await waitFor(() => expect(confirm().getAttribute('aria-busy')).toBeNull())
    await user.click(confirm())
    await waitFor(() => expect(onBooked).toHaveBeenCalledTimes(1))
    expect(sentAs('createBooking').at(-1)?.input.body?.startsAt).toBe(`${date}T10:00:00Z`)
  })

  it('never sends another slot than the one that is held', async () => {
    const user = await openForm()
    await fill(user)
    world.refusals['createBooking'] = [taken]
    await user.click(confirm())
    const lost = await screen.findByRole('alert')
    pressOnceReady(confirm)
    await user.click(within(lost).getByRole('button', { name: /10:00$/ }))
    await waitFor(() => expect(onBooked).toHaveBeenCalledTimes(1))
    expect(sentAs('createBooking')[1]?.input.body).toMatchObject({
      startsAt: `${date}T10:00:00Z`,
      hold: { token: 'secret' },
    })
  })

  it('holds a slot once, however soon the button is pressed again', async () => {
    show()
    const user = userEvent.setup()
    await user.click(await tile('09:00'))
    const book = screen.getByRole('button', { name: /^Book/ })
    pressOnceReady(() => book)
    await user.click(book)
    expect(await screen.findByLabelText('Your name')).toBeTruthy()
    expect(sentAs('createHold')).toHaveLength(1)
  })

  it('is told already when it is chosen, with the nearest ones', async () => {
    world.refusals['createHold'] = [taken]
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
    world.listener?.event(
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

describe('a hold whose answer is slow', () => {
  it('is nobody else’s, though its event came first', async () => {
    show()
    const user = userEvent.setup()
    await user.click(await tile('09:00'))
    let answer = () => {}
    const known = vi.mocked(call).getMockImplementation()
    vi.mocked(call).mockImplementation(async (...asked) => {
      if (asked[0] === 'createHold') await new Promise<void>((resolve) => (answer = resolve))
      return known?.(...asked) as never
    })
    await user.click(screen.getByRole('button', { name: /^Book/ }))
    const heard = (id: string, time: string, end: string) =>
      act(() =>
        world.listener?.event(
          sampleEvent({
            id,
            startsAt: `${date}T${time}:00Z`,
            endsAt: `${date}T${end}:00Z`,
            until: `${date}T${end}:00Z`,
            expiresAt: instant(Date.now() + 300_000),
          }),
        ),
      )
    heard('hold-2', '09:00', '09:30')
    heard('another', '10:00', '10:30')
    expect((await tile('10:00')).dataset['state']).toBe('held')
    expect((await tile('09:00')).dataset['state']).toBe('selected')
    expect(screen.queryByText(/held by someone else/)).toBeNull()
    act(() => answer())
    expect(await screen.findByLabelText('Your name')).toBeTruthy()
  })
})

describe('the words below the times', () => {
  it('tell of the very start that is chosen', async () => {
    const now = Date.parse('2026-11-23T06:00:00Z')
    const words = (startsAt: string) =>
      cancelWordsOf(startsAt, { cancellationMinutes: 2880 }, 'UTC', now)
    expect(cancelWords({ cancellationMinutes: 2880 })).toBe('Free to cancel until 2 days before.')
    expect(words('2026-11-25T05:00:00Z')).toMatch(/^It begins so soon/)
    expect(words('2026-11-26T06:00:00Z')).toBe('Free to cancel or move until Tue 24 Nov, 06:00.')
    show()
    expect(await screen.findByText(/Free to cancel until 24 h before/)).toBeTruthy()
    await userEvent.setup().click(await tile('09:00'))
    expect(screen.getByText(/Free to cancel or move until .* 09:00\./)).toBeTruthy()
  })
})

describe('the key of a booking', () => {
  it('stays for a retry after a failure of the network, and changes with what is sent', async () => {
    const user = await openForm()
    await fill(user)
    world.refusals['createBooking'] = [unreachable, unreachable]
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

describe('a booking that is made', () => {
  it('is not sent again while its page is on the way', async () => {
    const user = await openForm()
    await fill(user)
    await user.click(confirm())
    await waitFor(() => expect(onBooked).toHaveBeenCalledTimes(1))
    await user.click(confirm())
    expect(sentAs('createBooking')).toHaveLength(1)
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
    const id = `hold-${world.sent.findIndex(({ name }) => name === 'createHold') + 1}`
    world.listener?.event(sampleEvent({ id, version: 2, status: 'released', startsAt }))
    expect(await screen.findByText('Your hold has ended')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Hold it again' }))
    await waitFor(() => expect(sentAs('createHold')).toHaveLength(2))
    expect(await screen.findByText(/held for you/)).toBeTruthy()
    expect(screen.getByLabelText('Your name')).toHaveProperty('value', 'Mina')
  })
})
