import type { Problem } from '@expertconnect/contract/problem'
import { noteServerClock } from '../../lib/time/server-clock.ts'
import { type LiveSocket, attachToSocket, reconnect } from './socket.ts'

export interface OwnListener {
  /** From here on every change is told: what was read before may have missed one. */
  watched: () => void
  changed: (told: { id: string; version: number }) => void
  /** Who is in the room of this booking is another thing than before. */
  came?: (told: { id: string }) => void
  /** The server let this browser go, or does not know it: is anybody still signed in here? */
  doubted: () => void
}

type Answered = (
  error: Error | null,
  answer: { ok: true; data: { now: string } } | { ok: false; problem: Problem },
) => void

/** Follows what belongs to who is signed in, as `ask` asks for it, until the answer is called. */
export function watchOwn(
  ask: (socket: LiveSocket, answered: Answered) => void,
  listener: OwnListener,
): () => void {
  let stopped = false
  let attached: LiveSocket | undefined
  let refusals = 0

  const lost = (reason: string) => {
    if (reason === 'io server disconnect') listener.doubted()
  }

  const watch = (socket: LiveSocket) => {
    if (attached === undefined) {
      attached = socket
      socket.on('bookingChanged', listener.changed)
      if (listener.came) socket.on('presenceChanged', listener.came)
      socket.on('disconnect', lost)
    }
    const sentAt = Date.now()
    ask(socket, (error, answer) => {
      if (stopped || error) return
      if (answer.ok) {
        refusals = 0
        noteServerClock(answer.data.now, sentAt)
        listener.watched()
      } else if (answer.problem.code === 'signed_out') {
        listener.doubted()
        refusals += 1
        // This connection may be older than the sign-in; a second refusal is the truth.
        if (refusals === 1) reconnect()
      }
    })
  }

  const leave = attachToSocket(watch)
  return () => {
    stopped = true
    leave()
    attached?.off('bookingChanged', listener.changed)
    if (listener.came) attached?.off('presenceChanged', listener.came)
    attached?.off('disconnect', lost)
  }
}
