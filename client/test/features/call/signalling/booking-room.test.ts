import type { Call } from '@expertconnect/contract/calls/shapes'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openBookingRoom } from '../../../../src/features/call/signalling/booking-room.ts'
import type { Room } from '../../../../src/features/call/signalling/room.ts'
import { serverNow } from '../../../../src/lib/time/server-clock.ts'
import { call as request } from '../../../../src/server/api/client.ts'
import { ApiProblem } from '../../../../src/server/api/problem.ts'
import { type CallListener, enterCallRoom } from '../../../../src/server/live/call-room.ts'

vi.mock('../../../../src/server/live/call-room.ts')
vi.mock('../../../../src/server/api/client.ts')

const leave = vi.fn<() => void>()
const send = vi.fn<(to: string, body: string) => void>()
let door: CallListener
let ticket: () => Promise<string>
let heard: string[]
let room: Room
let answer: Partial<Call>

const problem = { type: 'about:blank', title: 'No', status: 403, code: 'forbidden' } as const
const callNow = (): Call =>
  ({
    bookingId: 'booking-1',
    role: 'customer',
    state: 'open',
    now: new Date(serverNow()).toISOString(),
    iceServers: [{ urls: ['stun:s.example'] }],
    ticket: 'first',
    ...answer,
  }) as unknown as Call

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  answer = {}
  heard = []
  vi.mocked(enterCallRoom).mockImplementation((place, listener) => {
    door = listener
    ticket = place.ticket
    return { send, leave, check: () => {} }
  })
  vi.mocked(request).mockImplementation(() =>
    Promise.resolve({ ...callNow(), ticket: 'fresh' } as never),
  )
  room = openBookingRoom({ call: callNow(), token: 'link' })
  return () => vi.useRealTimers()
})

const enter = () =>
  room.enter({
    other: (side, absence) => {
      heard.push(side ? `met ${side.seat}` : `gone ${absence}`)
      side?.wire.onBody((body) => heard.push(body))
      side?.wire.send('hello')
    },
    ended: (reason) => heard.push(`ended ${reason}`),
    reachable: (isReachable) => heard.push(`reachable ${isReachable}`),
  })

describe('the room of a booking', () => {
  it('uses what the lobby has read for the first way in, and asks anew for each later one', async () => {
    const entered = enter()
    expect([await ticket(), await room.iceServers()]).toEqual(['first', callNow().iceServers])
    expect(request).not.toHaveBeenCalled()
    expect([await ticket(), await ticket()]).toEqual(['fresh', 'fresh'])
    expect(request).toHaveBeenCalledTimes(2)
    expect(vi.mocked(request).mock.calls[0]?.[2]).toEqual({ bearer: 'link' })
    door.seats({})
    await entered
  })

  it('asks for servers of a relay again after a while', async () => {
    vi.advanceTimersByTime(60_000)
    await Promise.all([room.iceServers(), room.iceServers()])
    expect(request).toHaveBeenCalledTimes(1)
  })

  it('tells of the other side alone, and of each change once', async () => {
    const entered = enter()
    door.seats({ customer: room.seat })
    await entered
    door.seats({ customer: room.seat, expert: 'seat-a' })
    door.seats({ expert: 'seat-a' })
    door.signal('seat-a', 'word')
    door.signal('seat-z', 'strange')
    door.seats({ customer: room.seat, expert: 'seat-b' })
    door.signal('seat-a', 'late')
    door.seats({ customer: room.seat }, { role: 'expert', why: 'removed' })
    door.seats({ expert: 'seat-b' })
    door.seats({})
    expect(heard).toEqual([
      'met seat-a',
      'word',
      'met seat-b',
      'gone removed',
      'met seat-b',
      'gone lost',
    ])
    expect(send.mock.calls).toEqual(['seat-a', 'seat-b', 'seat-b'].map((to) => [to, 'hello']))
  })

  it('refuses who may not come in', async () => {
    const entered = enter()
    door.refused({ ...problem })
    await expect(entered).rejects.toBeInstanceOf(ApiProblem)
    answer = { state: 'early' }
    room = openBookingRoom({ call: { ...callNow(), ticket: '' } })
    const { ticket: none, ...early } = callNow()
    expect(none).toBe('first')
    room = openBookingRoom({ call: early })
    void enter()
    await expect(ticket()).rejects.toMatchObject({ problem: { code: 'room_closed' } })
  })

  it.each([
    ['cancelled', 'cancelled'],
    ['over', 'over'],
    ['early', 'moved'],
    ['open', 'removed'],
  ] as const)(
    'that one is refused later, a booking that is %s, has ended: %s',
    async (state, reason) => {
      const entered = enter()
      door.seats({})
      await entered
      answer = { state }
      door.refused({ ...problem })
      await vi.advanceTimersByTimeAsync(0)
      expect(heard).toEqual([`ended ${reason}`])
    },
  )

  it('tells whoever hosts, and minds no failure of it', async () => {
    vi.mocked(request).mockRejectedValueOnce(new ApiProblem({ ...problem }))
    room.report('no_path')
    await vi.advanceTimersByTimeAsync(0)
    expect(vi.mocked(request).mock.calls[0]?.slice(0, 2)).toEqual([
      'reportCall',
      { params: { id: 'booking-1' }, body: { fault: 'no_path' } },
    ])
  })
})
