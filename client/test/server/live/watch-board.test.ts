import { beforeEach, describe, expect, it, vi } from 'vitest'
import { serverNow } from '../../../src/lib/time/server-clock.ts'
import { attachToSocket, type LiveSocket } from '../../../src/server/live/socket.ts'
import { type BoardListener, watchBoard } from '../../../src/server/live/watch-board.ts'
import { sampleEvent } from '../../features/board/sample.ts'

vi.mock('../../../src/server/live/socket.ts')

type Ack = (error: Error | null, answer?: unknown) => void

let connect: () => void
let acks: Ack[]
let handlers: Map<string, (payload: unknown) => void>
let heard: string[]

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T06:00:00Z') })
  acks = []
  heard = []
  handlers = new Map()
  const socket = {
    connected: true,
    on: (name: string, handler: (payload: unknown) => void) => handlers.set(name, handler),
    off: (name: string) => handlers.delete(name),
    timeout: () => ({ emit: (_name: string, _input: unknown, ack: Ack) => acks.push(ack) }),
  } as unknown as LiveSocket
  vi.mocked(attachToSocket).mockImplementation((onConnect) => {
    connect = () => onConnect(socket)
    connect()
    return () => undefined
  })
  return () => vi.useRealTimers()
})

function listener(): BoardListener {
  const note = (what: string) => () => void heard.push(what)
  return {
    watching: () => void heard.push('watching'),
    watched: note('watched'),
    lost: note('lost'),
    event: ({ id }) => void heard.push(id),
    stale: note('stale'),
  }
}

const ok = { ok: true, data: { now: '2026-11-23T07:00:00Z' } }

describe('watching a board', () => {
  it('says when a subscription begins and when it stands, and takes the server’s clock from it', () => {
    watchBoard('expert-1', listener())
    expect(heard).toEqual(['watching'])
    acks[0]?.(null, ok)
    expect(heard).toEqual(['watching', 'watched'])
    expect(serverNow()).toBe(Date.parse('2026-11-23T07:00:00Z'))
  })

  it('hears of its own expert alone', () => {
    watchBoard('expert-1', listener())
    handlers.get('bookingUpdated')?.(sampleEvent({ id: 'mine' }))
    handlers.get('bookingUpdated')?.(sampleEvent({ id: 'other', expertId: 'expert-2' }))
    handlers.get('boardStale')?.({ expertId: 'expert-2' })
    expect(heard).toEqual(['watching', 'mine'])
  })

  it('watches anew at every connection', () => {
    watchBoard('expert-1', listener())
    acks[0]?.(null, ok)
    handlers.get('disconnect')?.(undefined)
    connect()
    expect(heard).toEqual(['watching', 'watched', 'lost', 'watching'])
  })

  it('asks again if no answer comes or it is refused', () => {
    watchBoard('expert-1', listener())
    acks[0]?.(new Error('timeout'))
    vi.advanceTimersByTime(6000)
    acks[1]?.(null, { ok: false, problem: {} })
    vi.advanceTimersByTime(6000)
    expect(acks).toHaveLength(3)
    expect(heard).toEqual(['watching', 'watching', 'watching'])
  })

  it('does not take the answer of an earlier connection for that of the present one', () => {
    watchBoard('expert-1', listener())
    connect()
    acks[0]?.(new Error('gone with its connection'))
    vi.advanceTimersByTime(6000)
    expect(acks).toHaveLength(2)
    acks[1]?.(null, ok)
    expect(heard).toEqual(['watching', 'watching', 'watched'])
  })

  it('hears nothing more when it has stopped', () => {
    const stop = watchBoard('expert-1', listener())
    stop()
    acks[0]?.(null, ok)
    expect(handlers.size).toBe(0)
    expect(heard).toEqual(['watching'])
  })
})
