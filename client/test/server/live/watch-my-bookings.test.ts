import { beforeEach, describe, expect, it, vi } from 'vitest'
import { attachToSocket, type LiveSocket, reconnect } from '../../../src/server/live/socket.ts'
import { watchMyBookings } from '../../../src/server/live/watch-my-bookings.ts'

vi.mock('../../../src/server/live/socket.ts')

type Ack = (error: Error | null, answer?: unknown) => void

let connect: () => void
let sent: { name: string; input: unknown; ack: Ack }[]
let handlers: Map<string, (payload: unknown) => void>
let heard: unknown[]

beforeEach(() => {
  vi.mocked(reconnect).mockReset()
  sent = []
  heard = []
  handlers = new Map()
  const socket = {
    on: (name: string, handler: (payload: unknown) => void) => handlers.set(name, handler),
    off: (name: string) => handlers.delete(name),
    timeout: () => ({
      emit: (name: string, input: unknown, ack: Ack) => sent.push({ name, input, ack }),
    }),
  } as unknown as LiveSocket
  vi.mocked(attachToSocket).mockImplementation((onConnect) => {
    connect = () => onConnect(socket)
    connect()
    return () => undefined
  })
})

const watch = () =>
  watchMyBookings({
    watched: () => heard.push('watched'),
    changed: ({ id }) => heard.push(id),
    doubted: () => heard.push('doubted'),
  })
const ok = { ok: true, data: { now: '2026-11-23T07:00:00Z' } }
const signedOut = { ok: false, problem: { code: 'signed_out', status: 401 } }

describe('watching one’s own bookings', () => {
  it('says from when on nothing is missed, anew at each connection, and what changes', () => {
    const stop = watch()
    expect(sent.map(({ name, input }) => [name, input])).toEqual([['bookings:watch', {}]])
    sent[0]?.ack(null, ok)
    handlers.get('bookingChanged')?.({ id: 'booking-1', version: 2 })
    connect()
    sent[1]?.ack(null, ok)
    expect(heard).toEqual(['watched', 'booking-1', 'watched'])
    stop()
    expect(handlers.size).toBe(0)
  })

  it('connects anew, once, where the connection is older than the sign-in', () => {
    watch()
    sent[0]?.ack(null, signedOut)
    expect(reconnect).toHaveBeenCalledTimes(1)
    connect()
    sent[1]?.ack(null, signedOut)
    expect(reconnect).toHaveBeenCalledTimes(1)
    expect(heard).toEqual(['doubted', 'doubted'])
  })

  it('doubts the session when the server lets this browser go, and not when the line breaks', () => {
    watch()
    handlers.get('disconnect')?.('transport close')
    expect(heard).toEqual([])
    handlers.get('disconnect')?.('io server disconnect')
    expect(heard).toEqual(['doubted'])
  })

  it('says nothing for an answer that did not come, or that nobody waits for', () => {
    const stop = watch()
    sent[0]?.ack(new Error('timeout'))
    connect()
    stop()
    sent[1]?.ack(null, ok)
    expect(heard).toEqual([])
  })
})
