import { type SlotRecord, isBooking, type BookingRecord } from '../../domain/bookings/booking.ts'
import type { BookingPlace, BookingSearch, BookingsPage } from '../port/bookings.ts'
import { isWantedPerson, lookThrough } from './look-through.ts'
import { pageOf } from './page-of.ts'

/** Of one booking more than was asked for. */
export function bookingsPage(found: readonly SlotRecord[], limit: number): BookingsPage {
  return pageOf(found.filter(isBooking), limit, placeOf)
}

/** `read` answers the next bookings of the scope and of the addresses that are wanted; names no index knows. */
export async function searchPage(
  { words, after, limit }: Pick<BookingSearch, 'words' | 'after' | 'limit'>,
  read: (after: BookingPlace | undefined, count: number) => Promise<readonly SlotRecord[]>,
): Promise<BookingsPage> {
  if (!words) return bookingsPage(await read(after, limit + 1), limit)
  return lookThrough<BookingRecord, BookingPlace>({
    read: async (place, count) => (await read(place, count)).filter(isBooking),
    placeOf,
    isWanted: ({ customer }) => isWantedPerson(customer, { words }),
    after,
    limit,
  })
}

function placeOf({ startsAt, id }: BookingRecord): BookingPlace {
  return { startsAt, id }
}
