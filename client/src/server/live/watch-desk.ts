import type { LiveSocket } from './socket.ts'
import { type OwnListener, watchOwn } from './watch-own.ts'

const patience = 8000

export interface DeskListener extends OwnListener {
  /** The schedule or the profile was changed, here or elsewhere. */
  stale: () => void
}

/** Follows the sessions, the schedule and the profile of the expert who is signed in, until the answer is called. */
export function watchDesk(listener: DeskListener): () => void {
  let attached: LiveSocket | undefined
  const stop = watchOwn((socket, answered) => {
    if (attached === undefined) {
      attached = socket
      socket.on('boardStale', listener.stale)
    }
    socket.timeout(patience).emit('desk:watch', {}, answered)
  }, listener)
  return () => {
    stop()
    attached?.off('boardStale', listener.stale)
  }
}
