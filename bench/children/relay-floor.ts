import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { Server } from 'socket.io'
import { answerCalls } from '../child.ts'
import { microseconds } from '../figures.ts'
import { heldBytes } from '../held.ts'
import type { Commit } from './subject.ts'

// The least that passes things on: bare Socket.IO, which asks nobody who they are and checks nothing.

export type RelayFloorCalls = {
  port(input: null): number
  /** Tells a room what a board is told, at each of these moments, in microseconds from now; when each was told. */
  broadcast(input: Broadcast): Promise<Commit[]>
  /** What is alive in it after a collection, in bytes. */
  held(input: null): Promise<number>
}

interface Broadcast {
  readonly room: string
  /** The earliest first. */
  readonly moments: readonly number[]
}

type Ack = (answer: { ok: true }) => void

const server = createServer()
const sockets = new Server(server, { transports: ['websocket'], perMessageDeflate: false })
let told = 0

sockets.on('connection', (socket) => {
  let seat = ''
  socket.on('call:join', (input: { seat: string }, ack: Ack) => {
    seat = input.seat
    void socket.join(seat)
    ack({ ok: true })
  })
  socket.on('call:signal', ({ to, body }: { to: string; body: string }, ack: Ack) => {
    socket.to(to).emit('callSignal', { from: seat, body })
    ack({ ok: true })
  })
  socket.on('board:watch', ({ expertId }: { expertId: string }, ack: Ack) => {
    void socket.join(expertId)
    ack({ ok: true })
  })
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

/** As many bytes as one of ours. */
function eventOf(id: string) {
  const [startsAt, endsAt] = ['2027-01-12T10:00:00Z', '2027-01-12T10:30:00Z']
  const time = { date: '2027-01-12', timeSlot: '10:00', startsAt, endsAt, until: endsAt }
  return { expertId: 'one-expert-of-them', id, version: 1, status: 'booked', ...time }
}

async function broadcast({ room, moments }: Broadcast): Promise<Commit[]> {
  const began = microseconds()
  const commits: Commit[] = []
  for (const moment of moments) {
    const dueIn = (moment - (microseconds() - began)) / 1000
    // Those that come together are told in one turn, as ours are.
    if (dueIn > 1) await delay(dueIn)
    const id = `bare-${String(++told).padStart(18, '0')}`
    commits.push({ record: `${id}@1`, at: microseconds() })
    sockets.to(room).emit('bookingUpdated', eventOf(id))
  }
  return commits
}

answerCalls({ port: () => port, broadcast, held: () => heldBytes() } satisfies RelayFloorCalls)
