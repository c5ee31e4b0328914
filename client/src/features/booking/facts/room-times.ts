import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { paths } from '../../../lib/paths.ts'

type Timed = Pick<Booking, 'id' | 'status' | 'roomOpensAt' | 'roomClosesAt'>

export interface BookingRoom {
  readonly opensAt: string
  /** Epoch milliseconds. */
  readonly closesAt: number
  /** A cancelled booking has no room. */
  readonly isCancelled: boolean
  readonly path: string
}

/** The room of a booking, as whoever has this token comes to it, or who is signed in. */
export function roomOf(booking: Timed, token = ''): BookingRoom {
  return {
    opensAt: booking.roomOpensAt,
    closesAt: Date.parse(booking.roomClosesAt),
    isCancelled: booking.status === 'cancelled',
    path: paths.call(booking.id, token),
  }
}

export function isRoomOpen({ opensAt, closesAt, isCancelled }: BookingRoom, now: number): boolean {
  return !isCancelled && Date.parse(opensAt) <= now && now < closesAt
}
