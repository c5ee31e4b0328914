import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '../../../src/server/api/problem.ts'
import { type CallRoom, enterCallRoom, watchCall } from '../../../src/server/live/call-room.ts'
import { attachToSocket, type LiveSocket, reconnect } from '../../../src/server/live/socket.ts'

vi.mock('../../../src/server/live/socket.ts')

type Ack = (error: Error | null, answer?: unknown) => void
interface Sent {
  readonly name: string
  readonly input: unknown
  readonly ack: Ack
}

let connect: () => void
let isConnected: boolean
let attached: number
let sent: Sent[]
let handlers: Map<string, (told: unknown) => void>
let heard: string[]
let tickets: (() => Promise<string>)[]
let room: CallRoom

const seats = { customer: 'seat-customer' }
const ok = { ok: true, data: { now: '2026-11-23T07:00:00Z', seats } }
const problem = (code: string, status: number) => ({
  ok: false,
  problem: { type: 'about:blank', title: code, code, status },
})
const flush = () => vi.advanceTimersByTimeAsync(0)
const named = (name: string) => sent.filter((one) => one.name === name)

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T07:00:00Z') })
  vi.mocked(reconnect).mockReset()
  sent = []
  heard = []
  tickets = []
  attached = 0
  isConnected = true
  handlers = new Map()
  const emit = (name: string, input: unknown, ack: Ack) => sent.push({ name, input, ack })
  const socket = {
    get connected() {
      return isConnected
    },
    on: (name: string, handler: (told: unknown) => void) => handlers.set(name, handler),
    off: (name: string) => handlers.delete(name),
    emit,
    timeout: () => ({ emit }),
  } as unknown as LiveSocket
  vi.mocked(attachToSocket).mockImplementation((onConnect) => {
    attached += 1
    connect = () => {
      isConnected = true
      onConnect(socket)
    }
    connect()
    return () => (attached -= 1)
  })
  room = enterCallRoom(
    {
      bookingId: 'booking-1',
      seat: 'seat-1',
      ticket: () => (tickets.shift() ?? (() => Promise.resolve(`ticket-${sent.length}`)))(),
    },
    {
      seats: (now, absence) =>
        heard.push(`seats ${Object.values(now).join()} ${absence?.why ?? ''}`.trim()),
      signal: (from, body) => heard.push(`${from}: ${body}`),
      reachable: (isReachable) => heard.push(isReachable ? 'reachable' : 'cut off'),
      ended: (reason) => heard.push(`ended ${reason}`),
      refused: ({ code }) => heard.push(`refused ${code}`),
    },
  )
  await flush()
  return () => vi.useRealTimers()
})

function tell(name: string, told: object): void {
  handlers.get(name)?.({ bookingId: 'booking-1', ...told })
}

describe('the room of a booking', () => {
  it('is entered with a ticket, and again with another one at every reconnection', async () => {
    expect(sent[0]?.input).toEqual({ ticket: 'ticket-0', seat: 'seat-1' })
    sent[0]?.ack(null, ok)
    expect(heard).toEqual(['reachable', 'seats seat-customer'])
    isConnected = false
    tell('disconnect', {})
    connect()
    await flush()
    expect(sent[1]?.input).toEqual({ ticket: 'ticket-1', seat: 'seat-1' })
    sent[0]?.ack(new Error('gone with its connection'))
    sent[1]?.ack(null, ok)
    expect(heard.slice(2)).toEqual(['cut off', 'reachable', 'seats seat-customer'])
  })

  it('tells what happens there, and nothing of other rooms', () => {
    tell('callUpdated', { seats })
    expect(heard).toEqual([])
    sent[0]?.ack(null, ok)
    tell('callUpdated', { seats: {}, absence: { role: 'customer', why: 'left' } })
    tell('callSignal', { from: 'seat-customer', body: 'hello' })
    tell('callUpdated', { bookingId: 'booking-2', seats })
    tell('callSignal', { bookingId: 'booking-2', from: 'x', body: 'y' })
    tell('callEnded', { bookingId: 'booking-2', reason: 'over' })
    expect(heard.slice(2)).toEqual(['seats  left', 'seat-customer: hello'])
  })

  it('carries signals while there is a connection', () => {
    room.send('seat-customer', 'hello')
    isConnected = false
    room.send('seat-customer', 'lost')
    expect(named('call:signal').map(({ input }) => input)).toEqual([
      { to: 'seat-customer', body: 'hello' },
    ])
  })

  it('is asked again if nobody answers, or nobody can', async () => {
    sent[0]?.ack(new Error('timeout'))
    await vi.advanceTimersByTimeAsync(3000)
    sent[1]?.ack(null, problem('unavailable', 503))
    await vi.advanceTimersByTimeAsync(3000)
    sent[2]?.ack(null, problem('too_many', 429))
    tickets.push(() =>
      Promise.reject(new ApiProblem({ ...problem('unavailable', 0).problem, code: 'unavailable' })),
    )
    await vi.advanceTimersByTimeAsync(6000)
    expect(named('call:join')).toHaveLength(4)
    expect(heard).toEqual([])
  })

  it('is closed to who is refused', async () => {
    sent[0]?.ack(null, problem('room_closed', 422))
    connect()
    await flush()
    expect([heard, named('call:join').length, attached]).toEqual([['refused room_closed'], 1, 0])
    expect(handlers.size).toBe(0)
  })

  it('is over when the server says so', async () => {
    sent[0]?.ack(null, ok)
    tell('callEnded', { reason: 'taken_over' })
    expect(heard.at(-1)).toBe('ended taken_over')
    room.leave()
    room.send('seat-customer', 'late')
    expect([
      named('call:leave').length,
      named('call:signal').length,
      handlers.size,
      attached,
    ]).toEqual([0, 0, 0, 0])
  })

  it('is left at once', () => {
    sent[0]?.ack(null, ok)
    room.leave()
    room.leave()
    expect([named('call:leave').length, handlers.size, attached]).toEqual([1, 0, 0])
  })

  it('looks whether its connection lives, and makes a dead one anew', async () => {
    sent[0]?.ack(null, ok)
    room.check()
    room.check()
    expect(named('call:signal').map(({ input }) => input)).toEqual([{ to: 'seat-1', body: '' }])
    sent[1]?.ack(null, problem('not_found', 404))
    expect(reconnect).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(3000)
    room.check()
    sent[2]?.ack(new Error('timeout'))
    expect(reconnect).toHaveBeenCalledTimes(1)
  })

  it('leaves a connection that is being made its time', async () => {
    sent[0]?.ack(null, ok)
    isConnected = false
    for (let seconds = 0; seconds < 9; seconds += 1) {
      room.check()
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(reconnect).toHaveBeenCalledTimes(3)
  })
})

describe('the lobby', () => {
  it('asks again where nobody could tell who is there', async () => {
    const seen: unknown[] = []
    const ticket = vi
      .fn<() => Promise<string>>(() => Promise.resolve('t'))
      .mockRejectedValueOnce(new Error('offline'))
    const stop = watchCall({ bookingId: 'booking-1', ticket }, (now) => seen.push(now))
    await vi.advanceTimersByTimeAsync(10_000)
    named('call:watch')[0]?.ack(new Error('timeout'))
    await vi.advanceTimersByTimeAsync(10_000)
    named('call:watch')[1]?.ack(null, ok)
    expect(seen).toEqual([seats])
    named('call:watch')[1]?.ack(new Error('late'))
    stop()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(named('call:watch')).toHaveLength(2)
  })

  it('follows who is there, and leaves nobody’s seat when it closes', async () => {
    const seen: unknown[] = []
    const stop = watchCall({ bookingId: 'booking-1', ticket: () => Promise.resolve('t') }, (now) =>
      seen.push(now),
    )
    await flush()
    const [watch] = named('call:watch')
    expect(watch?.input).toEqual({ ticket: 't' })
    watch?.ack(null, ok)
    tell('callUpdated', { seats: {} })
    tell('callUpdated', { bookingId: 'booking-2', seats })
    expect(seen).toEqual([seats, {}])
    stop()
    expect(named('call:leave')).toEqual([])
    connect()
    await flush()
    expect(named('call:watch')).toHaveLength(1)
  })
})
