import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { useSyncExternalStore } from 'react'

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

const key = 'ec.bookings'
const none: readonly LocalBooking[] = []
const listeners = new Set<() => void>()
let current: readonly LocalBooking[] | undefined

export function localBookings(): readonly LocalBooking[] {
  current ??= read()
  return current
}

export function useLocalBookings(): readonly LocalBooking[] {
  return useSyncExternalStore(subscribe, localBookings)
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
  write([...localBookings().filter(({ id }) => id !== booking.id), known])
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
  write(localBookings().filter((known) => known.id !== id))
}

/** The sessions of this browser that take place during a span. */
export function overlappingSessions(span: {
  startsAt: string
  endsAt: string
}): readonly LocalBooking[] {
  return localBookings().filter(
    ({ status, startsAt, endsAt }) =>
      status === 'booked' && startsAt < span.endsAt && endsAt > span.startsAt,
  )
}

function subscribe(listener: () => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key !== key && event.key !== null) return
    current = undefined
    listener()
  }
  listeners.add(listener)
  addEventListener('storage', hear)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', hear)
  }
}

function write(next: readonly LocalBooking[]): void {
  current = next
  try {
    localStorage.setItem(key, JSON.stringify(next))
  } catch {
    // Storage may be full or forbidden: the list then lives as long as the page.
  }
  for (const listener of listeners) listener()
}

function read(): readonly LocalBooking[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isLocalBooking) : none
  } catch {
    return none
  }
}

function isLocalBooking(entry: unknown): entry is LocalBooking {
  if (typeof entry !== 'object' || entry === null) return false
  const { id, token, expertName, expertSlug, startsAt, endsAt } = entry as Record<string, unknown>
  return [id, token, expertName, expertSlug, startsAt, endsAt].every(
    (part) => typeof part === 'string',
  )
}
