import { type OwnListener, watchOwn } from './watch-own.ts'

const patience = 8000

export type MyBookingsListener = OwnListener

/** Follows all bookings of the address that is signed in, until the answer is called. */
export function watchMyBookings(listener: MyBookingsListener): () => void {
  return watchOwn(
    (socket, answered) => socket.timeout(patience).emit('bookings:watch', {}, answered),
    listener,
  )
}
