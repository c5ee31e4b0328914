import type { Call } from '@expertconnect/contract/calls/shapes'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Lobby } from '../../../../src/features/call/lobby/lobby.tsx'
import type { LobbyProps } from '../../../../src/features/call/lobby/lobby-props.ts'
import { untilWords } from '../../../../src/features/call/lobby/phase.ts'
import { Announcer } from '../../../../src/ui/feedback/announcer.tsx'
import { fakeMedia, faulty } from './fake-media.ts'

const now = Date.parse('2026-11-25T13:08:00Z')
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString()

function sampleCall(more: Partial<Call> = {}): Call {
  return {
    bookingId: 'booking-0001',
    version: 1,
    role: 'customer',
    state: 'early',
    now: at(0),
    startsAt: at(22),
    endsAt: at(52),
    opensAt: at(12),
    closesAt: at(82),
    expert: { slug: 'ana', name: 'Ana Cavalcanti', photoUrl: null },
    self: { name: 'Grace Hopper', isThere: false },
    other: { name: 'Ana Cavalcanti', isThere: false },
    iceServers: [],
    ...more,
  }
}
const isOpen = { state: 'open', opensAt: at(-2), startsAt: at(8) } as const

function show(props: Partial<LobbyProps> = {}, fake = fakeMedia()) {
  const onTurn = vi.fn<() => void>()
  const onJoin = vi.fn<() => void>()
  const ui = (more: Partial<LobbyProps> = {}) => (
    <MemoryRouter>
      <Lobby
        call={sampleCall()}
        media={fake.media}
        bookingPath="/b/booking-0001#token"
        isOtherThere={false}
        isSelfThere={false}
        onTurn={onTurn}
        onJoin={onJoin}
        problem={null}
        {...props}
        {...more}
      />
      <Announcer />
    </MemoryRouter>
  )
  const { rerender, container } = render(ui())
  return {
    ...fake,
    onTurn,
    onJoin,
    container,
    again: (more: Partial<LobbyProps>) => rerender(ui(more)),
  }
}

beforeEach(() => {
  localStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
  vi.useFakeTimers({
    now,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  })
})
afterEach(() => vi.useRealTimers())

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
/** By hand: with a clock that stands still, the other way waits for ever. */
const press = (element: HTMLElement) => fireEvent.click(element)
const join = () => screen.getByRole('button', { name: /Join session|Joining/ })
const words = () => document.body.textContent

test.each([
  [42, '0:42'],
  [299, '4:59'],
  [720, '12 min'],
  [721, '13 min'],
  [3 * 3600 + 300, '3 h 05 min'],
  [50 * 3600, '2 days'],
])('%i seconds are %s', (seconds, expected) => {
  expect(untilWords(seconds)).toBe(expected)
})

test('before the room opens it says when, and what to bring, and nobody can go in', async () => {
  const { onJoin } = show()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Session with Ana Cavalcanti')
  expect(screen.getByRole('timer').textContent).toBe('Opens in 12 min')
  expect(words()).toContain('at 13:20')
  expect(words()).toContain('13:30 – 14:00')
  expect(screen.getByRole('heading', { name: 'What to bring' })).toBeTruthy()
  expect(join().getAttribute('aria-disabled')).toBe('true')
  expect(
    document.getElementById(join().getAttribute('aria-describedby') ?? '')?.textContent,
  ).toMatch(/as soon as the room opens/)
  press(join())
  expect(onJoin).not.toHaveBeenCalled()
  // Who is inside is told to nobody before.
  expect(words()).not.toContain('Nobody else is here yet')
})

test('it opens by itself, says so, and asks for a ticket', async () => {
  const { onTurn, onJoin } = show()
  await pass(12 * 60_000 + 100)
  expect(onTurn).toHaveBeenCalledOnce()
  expect(screen.getByRole('timer').textContent).toBe('Starts in 10 min')
  expect(words()).toContain('The room is open. You can join.')
  expect(join().getAttribute('aria-disabled')).not.toBe('true')
  press(join())
  expect(onJoin).toHaveBeenCalledOnce()
})

test('and it closes by itself', async () => {
  show({ call: sampleCall(isOpen) })
  await pass(83 * 60_000)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This session is over')
})

test('an expert who is still in a session is said to be, and is not while they are here', () => {
  const open = sampleCall(isOpen)
  const call = { ...open, other: { ...open.other, heldUp: true } }
  const { again } = show({ call, isOtherThere: false })
  expect(words()).toContain('is still in a session and will be with you shortly')
  expect(words()).not.toContain('Nobody else is here yet')
  again({ isOtherThere: true })
  expect(words()).not.toContain('shortly')
})

test('who is in the room is told live', () => {
  const { again } = show({ call: sampleCall(isOpen), isOtherThere: undefined })
  expect(words()).not.toMatch(/here yet|already/)
  again({ isOtherThere: false })
  expect(words()).toContain('Nobody else is here yet')
  again({ isOtherThere: true })
  expect(words()).toContain('Ana Cavalcanti is already in the room')
})

test('somebody who is inside elsewhere is told that joining moves it here', () => {
  show({ call: sampleCall(isOpen), isSelfThere: true })
  expect(words()).toContain('joining moves it here')
})

test('a refusal stands beside the button', () => {
  const problem = { type: 'about:blank', title: 'Not now', status: 409, code: 'conflict' } as never
  show({ call: sampleCall(isOpen), problem })
  expect(screen.getByRole('alert').textContent).toContain('Not now')
})

test.each([
  ['over', 'customer', 'This session is over', ['Book again', 'See the booking', 'My bookings']],
  ['over', 'expert', 'This session is over', ['See the booking', 'Your desk']],
  [
    'cancelled',
    'customer',
    'This session was cancelled',
    ['Book another time', 'See the booking', 'My bookings'],
  ],
] as const)('%s for the %s: it leads on', (state, role, title, ways) => {
  const { done } = show({
    call: sampleCall({ state, role, ...(state === 'over' && { closesAt: at(-1) }) }),
  })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title)
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(ways)
  expect(done).not.toHaveBeenCalled()
})

test('a session that is moved meanwhile says from when to when', () => {
  const { again } = show()
  again({
    call: sampleCall({ startsAt: at(142), opensAt: at(132), endsAt: at(172), closesAt: at(202) }),
  })
  expect(words()).toContain('This session was moved')
  expect(words()).toContain('13:30 to Wed 25 Nov, 15:30')
  expect(screen.getByRole('timer').textContent).toBe('Opens in 2 h 12 min')
})

test('nothing is on before it is asked for; what was on before a reload is restored', async () => {
  const { done } = show()
  expect(done.mock.calls).toEqual([['restore']])
  press(screen.getByRole('button', { name: 'Turn on camera and microphone' }))
  expect(done).toHaveBeenLastCalledWith('turn on both')
})

test('after that press the focus is on the switches, whose place is there to stay', async () => {
  const { become } = show()
  press(screen.getByRole('button', { name: 'Turn on camera and microphone' }))
  act(() => become({ microphone: { state: 'asking' }, camera: { state: 'asking' } }))
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Turn on microphone')
  await pass(600)
  expect(words()).toContain('Your browser asks you now')
})

test('switches by press and by key, each announced', async () => {
  const on = { microphone: { state: 'on' }, camera: { state: 'on' } } as const
  const { done } = show({}, fakeMedia(on))
  press(screen.getByRole('button', { name: 'Turn off camera' }))
  expect(words()).toContain('Camera off')
  fireEvent.keyDown(window, { key: 'd', ctrlKey: true })
  expect(done).toHaveBeenLastCalledWith('turn off microphone')
  expect(words()).toContain('Microphone muted')
  fireEvent.keyDown(window, { key: 'd', metaKey: true })
  await pass(1)
  expect(done).toHaveBeenLastCalledWith('turn on microphone')
  expect(words()).toContain('Microphone on')
})

test.each([
  ['on', 'on', 'You’ll join with video and sound.'],
  ['on', 'off', 'You’ll join with sound only.'],
  ['muted', 'on', 'You’ll join with video, muted.'],
  ['off', 'off', 'You’ll join as a listener.'],
] as const)('microphone %s, camera %s: %s', (microphone, camera, said) => {
  const fake = fakeMedia({ microphone: { state: microphone }, camera: { state: camera } })
  show({ call: sampleCall(isOpen) }, fake)
  expect(words()).toContain(said)
})

test('a fault of the camera does not stand in the way of joining', async () => {
  const { onJoin } = show(
    { call: sampleCall(isOpen) },
    fakeMedia({ microphone: { state: 'on' }, camera: faulty('taken') }),
  )
  expect(screen.getByRole('alert').textContent).toContain('in use elsewhere')
  press(join())
  expect(onJoin).toHaveBeenCalledOnce()
})

test('devices are chosen by their names', async () => {
  const { done } = show(
    {},
    fakeMedia({
      microphone: { state: 'on', deviceId: 'a' },
      microphones: [
        { id: 'a', label: 'Built-in' },
        { id: 'b', label: 'Headset' },
      ],
    }),
  )
  const menu = screen.getByRole('combobox', { name: 'Microphone' })
  fireEvent.change(menu, { target: { value: 'b' } })
  expect(done).toHaveBeenLastCalledWith('choose microphone b')
  expect(screen.queryByRole('combobox', { name: 'Speaker' })).toBeNull()
})

test('a dead microphone and one that the system took are told', async () => {
  const { done, become } = show({}, fakeMedia({ microphone: { state: 'on' }, isSilent: true }))
  expect(words()).toContain('No sound is coming from your microphone')
  act(() => become({ isSilent: false, microphone: { state: 'interrupted' } }))
  press(screen.getByRole('button', { name: 'Take it back' }))
  expect(done).toHaveBeenLastCalledWith('resume')
})
