import type { BoardSeen, BookingUpdated } from '@expertconnect/contract/realtime'
import { noteServerClock } from '../../lib/time/server-clock.ts'
import { connectedSocket, type LiveSocket, attachToSocket } from './socket.ts'

export interface BoardListener {
  /**
   * Asked to watch, at every (re)connection: events from here on belong to a new subscription. Answers with what was
   * read before, so that it need not be read again where nothing has changed.
   */
  watching: () => BoardSeen | undefined
  /** The server has confirmed: what is read from here on misses nothing; nor does `seen`, if the server named it current. */
  watched: (seen?: BoardSeen) => void
  /** The connection is gone: events are missed from here on. */
  lost: () => void
  event: (event: BookingUpdated) => void
  stale: () => void
}

const patience = 8000

/** Watches what happens to the slots of one expert until the answer is called. */
export function watchBoard(expertId: string, listener: BoardListener): () => void {
  let stopped = false
  let attached: LiveSocket | undefined
  let attempt = 0

  const event = (update: BookingUpdated) => {
    if (update.expertId === expertId) listener.event(update)
  }
  const stale = (told: { expertId: string }) => {
    if (told.expertId === expertId) listener.stale()
  }

  const watch = (socket: LiveSocket) => {
    if (attached === undefined) {
      attached = socket
      socket.on('bookingUpdated', event)
      socket.on('boardStale', stale)
      socket.on('disconnect', listener.lost)
    }
    const seen = listener.watching()
    attempt += 1
    const mine = attempt
    const sentAt = Date.now()
    socket.timeout(patience).emit('board:watch', { expertId, seen }, (error, answer) => {
      // An answer that a later connection has overtaken says nothing any more.
      if (stopped || mine !== attempt) return
      if (error || !answer.ok) {
        // Lost on the way, or too many at once: asked again while this connection stands.
        setTimeout(
          () => {
            if (!stopped && mine === attempt && socket.connected) watch(socket)
          },
          2000 + Math.random() * 4000,
        )
        return
      }
      noteServerClock(answer.data.now, sentAt)
      listener.watched(answer.data.current ? seen : undefined)
    })
  }

  const leave = attachToSocket(watch)
  return () => {
    stopped = true
    leave()
    attached?.off('bookingUpdated', event)
    attached?.off('boardStale', stale)
    attached?.off('disconnect', listener.lost)
    connectedSocket()?.emit('board:unwatch', { expertId }, () => undefined)
  }
}
