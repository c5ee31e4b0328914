import {
  type BookedRecord,
  type SlotRecord,
  isBooking,
  type BookingRecord,
} from '../../domain/bookings/booking.ts'
import { disputeOf } from '../../domain/bookings/settlement.ts'
import { day, type Instant, instantOf, plus } from '../../domain/time/instant.ts'
import type { BookingPlace, BookingSearch, BookingsPage, DisputedPage } from '../port/bookings.ts'
import { isWantedPerson, lookThrough } from './look-through.ts'
import { pageOf } from './page-of.ts'

/** Of one booking more than was asked for. */
export function bookingsPage(found: readonly SlotRecord[], limit: number): BookingsPage {
  return pageOf(found.filter(isBooking), limit, placeOf)
}

/** The same of disputed ones. */
export function disputedPage(found: readonly SlotRecord[], limit: number): DisputedPage {
  const booked = found.filter((record): record is BookedRecord => record.state === 'booked')
  return pageOf(booked, limit, (record) => ({
    at: disputeOf(record.settlement)?.at ?? record.endsAt,
    id: record.id,
  }))
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

/** A part of the bookings by start, in the order of a search. */
export interface SearchedStretch {
  /** What is behind it is searched. */
  readonly begin: BookingPlace
  /** Of upcoming ones: before this start; of all others, which come the latest first: from it on. */
  readonly end: Instant
}

const endOfTime = instantOf(Number.MAX_SAFE_INTEGER)

/** What ends in the future began a day ago at the earliest: what is long past is not gone through for it. */
export function stretchOf(
  { scope, now, from = instantOf(0), to = endOfTime }: BookingSearch,
  after: BookingPlace | undefined,
): SearchedStretch {
  if (scope === 'upcoming') {
    const least = instantOf(Math.max(from, plus(now, -day)))
    return { begin: after ?? { startsAt: least, id: '' }, end: to }
  }
  return { begin: after ?? { startsAt: to, id: '' }, end: from }
}

function placeOf({ startsAt, id }: BookingRecord): BookingPlace {
  return { startsAt, id }
}
