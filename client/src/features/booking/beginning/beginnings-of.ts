import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { paths } from '../../../lib/paths.ts'
import type { LocalBooking } from '../local/local-bookings.ts'
import type { Beginning } from './moments.ts'

/** Of the bookings of a customer, those that will take place. `token` is empty for who is signed in. */
export function beginningsForCustomer(bookings: readonly Booking[], token = ''): Beginning[] {
  return bookings.filter(isBooked).map(({ id, startsAt, expert: { name } }) => ({
    id,
    token,
    startsAt,
    who: name,
    path: paths.booking(id, token),
  }))
}

/** The same of those of an expert. */
export function beginningsForExpert(bookings: readonly Booking[], token = ''): Beginning[] {
  return bookings.filter(isBooked).map(({ id, startsAt, customer }) => ({
    id,
    token,
    startsAt,
    who: customer?.name ?? 'a customer',
    path: paths.deskBooking(id, token),
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
