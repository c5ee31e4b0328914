import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { answerCalls } from '../child.ts'

// The least that passes signals on: bare Socket.IO, which asks nobody who they are and checks nothing.

export type RelayFloorCalls = {
  port(input: null): number
}

type Ack = (answer: { ok: true }) => void

const server = createServer()
const sockets = new Server(server, { transports: ['websocket'], perMessageDeflate: false })
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
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

answerCalls({ port: () => port } satisfies RelayFloorCalls)
