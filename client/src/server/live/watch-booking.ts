import { noteServerClock } from '../../lib/time/server-clock.ts'
import { type LiveSocket, attachToSocket } from './socket.ts'

const patience = 8000

/**
 * Follows one booking until the answer is called: `onVersion` is told the booking's version at every
 * (re)connection and at every change. Whoever listens reads it through HTTP if that is news. `onPresence`: who is in its
 * room is another thing than before.
 */
export function watchBooking(
  booking: { id: string; token: string },
  onVersion: (version: number) => void,
  onPresence?: () => void,
): () => void {
  let stopped = false
  let attached: LiveSocket | undefined
  let isBack = false

  const changed = (told: { id: string; version: number }) => {
    if (told.id === booking.id) onVersion(told.version)
  }

  const came = (told: { id: string }) => {
    if (told.id === booking.id) onPresence?.()
  }

  const watch = (socket: LiveSocket) => {
    if (attached === undefined) {
      attached = socket
      socket.on('bookingChanged', changed)
      socket.on('presenceChanged', came)
    }
    const sentAt = Date.now()
    socket.timeout(patience).emit('bookings:watch', booking, (error, answer) => {
      if (stopped || error || !answer.ok) return
      noteServerClock(answer.data.now, sentAt)
      if (answer.data.version !== undefined) onVersion(answer.data.version)
      // Who came and went meanwhile was told to nobody.
      if (isBack) onPresence?.()
      isBack = true
    })
  }

  const leave = attachToSocket(watch)
  return () => {
    stopped = true
    leave()
    attached?.off('bookingChanged', changed)
    attached?.off('presenceChanged', came)
  }
}
