import type { Problem } from '@expertconnect/contract/problem'
import type { CallEnd, Seats, ServerToClient } from '@expertconnect/contract/realtime'
import { noteServerClock } from '../../lib/time/server-clock.ts'
import { type LiveSocket, attachToSocket, reconnect } from './socket.ts'
import { problemOf } from '../api/problem.ts'

type Updated = Parameters<ServerToClient['callUpdated']>[0]
type Signalled = Parameters<ServerToClient['callSignal']>[0]
type Ended = Parameters<ServerToClient['callEnded']>[0]

export interface CallListener {
  /** Who is there; at every (re)connection and at every change. `absence`: why somebody is not any more. */
  readonly seats: (seats: Seats, absence?: Updated['absence']) => void
  readonly signal: (from: string, body: string) => void
  /** Whether signals get through. */
  readonly reachable: (isReachable: boolean) => void
  /** Out for good, each of the two. */
  readonly ended: (reason: CallEnd) => void
  readonly refused: (problem: Problem) => void
}

/** The server's end of a room, until `leave`. */
export interface CallRoom {
  /** Lost if there is no connection: who sends sees to it that it arrives. */
  readonly send: (to: string, body: string) => void
  /** Makes a connection that looks alive and is not anew. */
  readonly check: () => void
  readonly leave: () => void
}

interface Place {
  readonly bookingId: string
  readonly seat: string
  /** A fresh one at each call; rejects with an `ApiProblem`. */
  readonly ticket: () => Promise<string>
}

const patience = 8000
/** A line that is only slow loses nothing by being made anew but a moment. */
const patienceForLife = 1500
const betweenChecks = 2000
/** Several ways to the server and back: who begins anew sooner may never get there on a slow line. */
const patienceForConnecting = 4000
const betweenTries = 2000
/** From the lobby, where nothing is lost by waiting. */
const betweenLooks = 10_000

/** Goes into the room of a booking, and in again at every reconnection. */
export function enterCallRoom(
  { bookingId, seat, ticket }: Place,
  listener: CallListener,
): CallRoom {
  let isOver = false
  let attached: LiveSocket | undefined
  let attempt = 0
  /** Whether this connection sits in the room: the lobby hears of it too. */
  let isIn = false
  let checkedAt = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  const lost = () => {
    attempt += 1
    isIn = false
    clearTimeout(retry)
    listener.reachable(false)
  }
  const updated = (told: Updated) => {
    if (isIn && told.bookingId === bookingId) listener.seats(told.seats, told.absence)
  }
  const signalled = (told: Signalled) => {
    if (told.bookingId === bookingId) listener.signal(told.from, told.body)
  }
  const ended = (told: Ended) => {
    if (told.bookingId !== bookingId) return
    close()
    listener.ended(told.reason)
  }

  async function join(socket: LiveSocket): Promise<void> {
    if (attached === undefined) {
      attached = socket
      socket.on('disconnect', lost)
      socket.on('callUpdated', updated)
      socket.on('callSignal', signalled)
      socket.on('callEnded', ended)
    }
    clearTimeout(retry)
    const own = ++attempt
    const isStale = () => isOver || own !== attempt
    let pass: string
    try {
      pass = await ticket()
    } catch (error) {
      if (!isStale()) refuse(socket, problemOf(error))
      return
    }
    if (isStale()) return
    const sentAt = Date.now()
    socket.timeout(patience).emit('call:join', { ticket: pass, seat }, (error, answer) => {
      if (isStale()) return
      if (error) tryAgain(socket, betweenTries)
      else if (!answer.ok) refuse(socket, answer.problem)
      else {
        noteServerClock(answer.data.now, sentAt)
        isIn = true
        listener.reachable(true)
        listener.seats(answer.data.seats)
      }
    })
  }

  function refuse(socket: LiveSocket, problem: Problem): void {
    const { status, code, retryAfterSeconds = 0 } = problem
    if (status === 0 || status >= 500 || code === 'too_many') {
      tryAgain(socket, Math.max(betweenTries, retryAfterSeconds * 1000))
      return
    }
    close()
    listener.refused(problem)
  }

  function tryAgain(socket: LiveSocket, ms: number): void {
    clearTimeout(retry)
    retry = setTimeout(() => socket.connected && void join(socket), ms * (1 + Math.random() / 2))
  }

  function renew(): void {
    checkedAt = Date.now()
    reconnect()
  }

  function close(): void {
    isOver = true
    clearTimeout(retry)
    detach()
    attached?.off('disconnect', lost)
    attached?.off('callUpdated', updated)
    attached?.off('callSignal', signalled)
    attached?.off('callEnded', ended)
  }

  const detach = attachToSocket((socket) => void join(socket))

  return {
    send(to, body) {
      if (!isOver && attached?.connected) attached.emit('call:signal', { to, body }, () => {})
    },
    check() {
      const socket = attached
      if (isOver || !socket) return
      const pause = socket.connected ? betweenChecks : patienceForConnecting
      if (Date.now() - checkedAt < pause) return
      if (!socket.connected) return renew()
      checkedAt = Date.now()
      // Any answer will do: there is nothing to be said to oneself.
      socket.timeout(patienceForLife).emit('call:signal', { to: seat, body: '' }, (error) => {
        if (error && !isOver && socket.connected) renew()
      })
    },
    leave() {
      if (isOver) return
      if (attached?.connected) attached.emit('call:leave', {}, () => {})
      close()
    },
  }
}

/** Follows from the lobby who is in the room, until the answer is called. */
export function watchCall(
  { bookingId, ticket }: Pick<Place, 'bookingId' | 'ticket'>,
  onSeats: (seats: Seats) => void,
): () => void {
  let stopped = false
  let attached: LiveSocket | undefined
  let retry: ReturnType<typeof setTimeout> | undefined

  const updated = (told: Updated) => {
    if (told.bookingId === bookingId) onSeats(told.seats)
  }

  async function watch(socket: LiveSocket): Promise<void> {
    if (attached === undefined) {
      attached = socket
      socket.on('callUpdated', updated)
    }
    clearTimeout(retry)
    const pass = await ticket().catch(() => null)
    if (stopped || !socket.connected) return
    if (pass === null) return lookLater(socket)
    const sentAt = Date.now()
    socket.timeout(patience).emit('call:watch', { ticket: pass }, (error, answer) => {
      if (stopped) return
      if (error || !answer.ok) return lookLater(socket)
      noteServerClock(answer.data.now, sentAt)
      onSeats(answer.data.seats)
    })
  }

  function lookLater(socket: LiveSocket): void {
    clearTimeout(retry)
    retry = setTimeout(() => socket.connected && void watch(socket), betweenLooks)
  }

  const leave = attachToSocket((socket) => void watch(socket))
  return () => {
    stopped = true
    clearTimeout(retry)
    leave()
    attached?.off('callUpdated', updated)
  }
}
