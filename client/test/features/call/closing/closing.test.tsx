import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Closing, type ClosingProps } from '../../../../src/features/call/closing/closing.tsx'
import { timeSpent } from '../../../../src/features/call/closing/closing-words.ts'
import { ApiProblem, unreachable } from '../../../../src/server/api/problem.ts'
import { message, sampleFacts } from '../fake-call.ts'

beforeEach(() => {
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
})

function show(differences: Partial<ClosingProps>) {
  const onRejoin = vi.fn<() => void>()
  render(
    <MemoryRouter>
      <Closing
        end="left"
        facts={sampleFacts()}
        talkedMs={42 * 60_000}
        messages={[]}
        isOpen
        bookingPath="/b/x#t"
        againPath="/experts/asha-rai"
        onward={{ path: '/bookings', label: 'My bookings' }}
        onRejoin={onRejoin}
        {...differences}
      />
    </MemoryRouter>,
  )
  return { onRejoin, user: userEvent.setup() }
}

const rejoins = () => screen.queryByRole('button', { name: /Rejoin|Try again|Take it back/ })

describe('the closing page', () => {
  it('says how long it was, and leads back while the room is open', async () => {
    const { user, onRejoin } = show({})
    expect(screen.getByRole('heading', { level: 1, name: 'You left the session' })).toBeTruthy()
    expect(screen.getByText('42 minutes')).toBeTruthy()
    expect(screen.getByText(/open until 10:30/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Rejoin' }))
    expect(onRejoin).toHaveBeenCalledOnce()
    expect(screen.getByRole('link', { name: 'Open the booking' }).getAttribute('href')).toBe(
      '/b/x#t',
    )
    expect(screen.getByRole('link', { name: 'Book Asha Rai again' }).getAttribute('href')).toBe(
      '/experts/asha-rai',
    )
  })

  it('leads on once the room is closed', () => {
    show({ isOpen: false })
    expect(rejoins()).toBeNull()
    expect(screen.getByRole('link', { name: 'Book Asha Rai again' })).toBeTruthy()
  })

  it('offers an expert the desk, and no booking of themselves', () => {
    show({ againPath: null, onward: { path: '/desk', label: 'Your desk' } })
    expect(screen.getByRole('link', { name: 'Your desk' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: /again/ })).toBeNull()
  })

  it.each([
    ['over', 'The session is over', false],
    ['cancelled', 'This session was cancelled', false],
    ['moved', 'This session was moved', false],
    ['removed', 'You are out of the session', true],
    ['taken_over', 'You continued elsewhere', true],
    ['refused', 'You couldn’t join', true],
  ] as const)('has other words when it ended by %s', (end, title, canRejoin) => {
    show({ end })
    expect(screen.getByRole('heading', { level: 1, name: title })).toBeTruthy()
    expect(rejoins() !== null).toBe(canRejoin)
  })

  it('names the new time of a session that was moved', () => {
    show({ end: 'moved', newStart: '2030-11-26T14:00:00Z' })
    expect(screen.getByText(/is now at Tue 26 Nov, 14:00/)).toBeTruthy()
  })

  it('says why one was refused', () => {
    show({ end: 'refused', problem: new ApiProblem(unreachable) })
    expect(screen.getByText(/Please check your connection/)).toBeTruthy()
  })

  it('gives the chat along as a text', async () => {
    const at = Date.parse('2030-11-25T09:10:00Z')
    const { user } = show({
      messages: [message({ text: 'Hello', at }), message({ text: 'Hi', from: 'self', at })],
    })
    expect(screen.getByRole('region', { name: 'The chat' }).textContent).toBe(
      '[09:10] Asha Rai: Hello\n[09:10] You: Hi',
    )
    await user.click(screen.getByRole('button', { name: 'Copy the chat' }))
    expect(await navigator.clipboard.readText()).toBe('[09:10] Asha Rai: Hello\n[09:10] You: Hi')
    expect(screen.getByRole('button', { name: 'Download it' })).toBeTruthy()
  })
})

describe('the time spent', () => {
  it.each([
    [12_000, 'less than a minute'],
    [61_000, '1 minute'],
    [42 * 60_000, '42 minutes'],
    [60 * 60_000, '1 hour'],
    [125 * 60_000, '2 hours 5 minutes'],
  ])('%i ms is %s', (ms, words) => {
    expect(timeSpent(ms)).toBe(words)
  })
})
