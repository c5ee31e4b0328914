import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { paths } from '../../../lib/paths.ts'
import { otherLate, waitingSince } from '../facts/presence-words.ts'
import type { LocalBooking } from '../local/local-bookings.ts'
import type { Beginning } from './moments.ts'

/** Of the bookings of a customer, those that will take place. `token` is empty for who is signed in. */
export function beginningsForCustomer(bookings: readonly Booking[], token = ''): Beginning[] {
  return bookings.filter(isBooked).map((booking) => ({
    id: booking.id,
    token,
    startsAt: booking.startsAt,
    who: booking.expert.name,
    waitingSince: waitingSince(booking, 'customer'),
    late: otherLate(booking, 'customer'),
    heldUp: booking.heldUp,
    path: paths.booking(booking.id, token),
  }))
}

/** The same of those of an expert. */
export function beginningsForExpert(bookings: readonly Booking[], token = ''): Beginning[] {
  return bookings.filter(isBooked).map((booking) => ({
    id: booking.id,
    token,
    startsAt: booking.startsAt,
    who: booking.customer?.name ?? 'a customer',
    waitingSince: waitingSince(booking, 'expert'),
    late: otherLate(booking, 'expert'),
    path: paths.deskBooking(booking.id, token),
  }))
}

/** The same of those that this browser remembers. */
export function beginningsHere(entries: readonly LocalBooking[]): Beginning[] {
  return entries.filter(isBooked).map(({ id, token, startsAt, expertName }) => ({
    id,
    token,
    startsAt,
    who: expertName,
    path: paths.booking(id, token),
  }))
}

const isBooked = ({ status }: Pick<Booking, 'status'>) => status === 'booked'
