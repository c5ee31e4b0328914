import type { BookingStatus } from '@expertconnect/contract/bookings/shapes'
import type { LocalBooking } from '../local/local-bookings.ts'

export const tabs = ['upcoming', 'past', 'cancelled'] as const
export type Tab = (typeof tabs)[number]

export const tabNames: Readonly<Record<Tab, string>> = {
  upcoming: 'Upcoming',
  past: 'Past',
  cancelled: 'Cancelled',
}

interface Ending {
  readonly status: BookingStatus
  readonly endsAt: string
}

/** What has ended is over, also before the server was asked again. */
export function statusNow({ status, endsAt }: Ending, now: number): BookingStatus {
  return status === 'booked' && Date.parse(endsAt) <= now ? 'completed' : status
}

export function tabOf(entry: Ending, now: number): Tab {
  const status = statusNow(entry, now)
  if (status === 'cancelled') return 'cancelled'
  return status === 'booked' ? 'upcoming' : 'past'
}

/** The next one first; of what is over, the latest first. */
export function listTab(entries: readonly LocalBooking[], tab: Tab, now: number): LocalBooking[] {
  const sign = tab === 'upcoming' ? 1 : -1
  return entries
    .filter((entry) => tabOf(entry, now) === tab)
    .toSorted((a, b) => sign * (a.startsAt < b.startsAt ? -1 : 1))
}
