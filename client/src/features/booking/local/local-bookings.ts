import type { Booking } from '@expertconnect/contract/bookings'
import { remembered, useRemembered } from '../../../lib/browser/remembered.ts'

/** What this browser remembers of a booking that was made in it: enough to list it and to open it. */
export interface LocalBooking {
  readonly id: string
  readonly token: string
  readonly expertName: string
  readonly expertSlug: string
  readonly photoUrl: string | null
  readonly startsAt: string
  readonly endsAt: string
  readonly minutes: number
  readonly status: Booking['status']
}

const kept = remembered<readonly LocalBooking[]>({
  on: 'device',
  key: 'ec.bookings',
  shape: (found) => (Array.isArray(found) ? found.filter(isLocalBooking) : []),
})

export function localBookings(): readonly LocalBooking[] {
  return kept.read()
}

export function useLocalBookings(): readonly LocalBooking[] {
  return useRemembered(kept)
}

export function localBooking(id: string): LocalBooking | undefined {
  return localBookings().find((known) => known.id === id)
}

/** Adds it, or replaces what was known of it. */
export function rememberBooking(booking: Booking, token: string): void {
  const known: LocalBooking = {
    id: booking.id,
    token,
    expertName: booking.expert.name,
    expertSlug: booking.expert.slug,
    photoUrl: booking.expert.photoUrl,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    minutes: booking.minutes,
    status: booking.status,
  }
  const before = localBooking(booking.id)
  if (before && JSON.stringify(before) === JSON.stringify(known)) return
  kept.write([...localBookings().filter(({ id }) => id !== booking.id), known])
}

/**
 * Brings an entry up to date; a booking that is not listed here is not added by being looked at. The token is given
 * where it is what opened the booking.
 */
export function refreshLocalBooking(booking: Booking, token?: string): void {
  const known = localBooking(booking.id)
  if (known) rememberBooking(booking, token ?? known.token)
}

export function forgetBooking(id: string): void {
  kept.write(localBookings().filter((known) => known.id !== id))
}

/** The bookings of this browser that take place during a span. */
export function overlappingBookings(span: {
  startsAt: string
  endsAt: string
}): readonly LocalBooking[] {
  return localBookings().filter(
    ({ status, startsAt, endsAt }) =>
      status === 'booked' && startsAt < span.endsAt && endsAt > span.startsAt,
  )
}

function isLocalBooking(entry: unknown): entry is LocalBooking {
  if (typeof entry !== 'object' || entry === null) return false
  const { id, token, expertName, expertSlug, startsAt, endsAt } = entry as Record<string, unknown>
  return [id, token, expertName, expertSlug, startsAt, endsAt].every(
    (part) => typeof part === 'string',
  )
}
