import type { Deps } from '../deps.ts'
import { createBoards } from './boards.ts'
import { createBookingChanges } from './booking-changes.ts'
import { createBookings } from './bookings.ts'
import { createCalendar } from './calendar.ts'
import { createClaims } from './claims.ts'
import { createExperts } from './experts.ts'
import { createHolds } from './holds.ts'
import { createMyBookings } from './my-bookings.ts'
import { createSignIn } from './sign-in.ts'
import { createUses } from './uses.ts'

export type Services = ReturnType<typeof createServices>

/** The use cases, put together once; HTTP and sockets share them. */
export function createServices(deps: Deps, publicUrl: () => string) {
  const claims = createClaims(deps)
  return {
    experts: createExperts(deps),
    boards: createBoards(deps),
    holds: createHolds(deps, claims),
    bookings: createBookings(deps, claims),
    bookingChanges: createBookingChanges(deps, claims),
    calendar: createCalendar(deps, claims, publicUrl),
    myBookings: createMyBookings(deps, claims),
    signIn: createSignIn(deps, publicUrl),
    uses: createUses(deps),
  }
}
