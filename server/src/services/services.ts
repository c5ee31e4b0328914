import type { Deps } from '../deps.ts'
import { createAccount } from './account.ts'
import { createPictures } from '../pictures.ts'
import { createAdminBookings } from './admin-bookings.ts'
import { createAdminExperts } from './admin-experts.ts'
import { createAdminPeople } from './admin-people.ts'
import { createApplications } from './applications.ts'
import { createAuditTrail } from './audit.ts'
import { createBoards } from './boards.ts'
import { createBookingChanges } from './booking-changes.ts'
import { createBookings } from './bookings.ts'
import { createCalendar } from './calendar.ts'
import { createCategories } from './categories.ts'
import { createClaims } from './claims.ts'
import { createDeskBookings } from './desk-bookings.ts'
import { createDeskSchedule } from './desk-schedule.ts'
import { createExperts } from './experts.ts'
import { createExplanations } from './explanations.ts'
import { createHolds } from './holds.ts'
import { createMyBookings } from './my-bookings.ts'
import { createProfiles } from './profiles.ts'
import { createSignIn } from './sign-in.ts'
import { createSignInBudgets } from './sign-in-budgets.ts'
import { createUses } from './uses.ts'

export type Services = ReturnType<typeof createServices>

/** The use cases, put together once; HTTP and sockets share them. */
export function createServices(deps: Deps, publicUrl: () => string) {
  const claims = createClaims(deps)
  const budgets = createSignInBudgets(deps)
  return {
    experts: createExperts(deps),
    boards: createBoards(deps),
    holds: createHolds(deps, claims),
    bookings: createBookings(deps, claims),
    bookingChanges: createBookingChanges(deps, claims),
    calendar: createCalendar(deps, claims, publicUrl),
    deskBookings: createDeskBookings(deps, claims),
    deskSchedule: createDeskSchedule(deps, claims),
    explanations: createExplanations(deps, claims),
    myBookings: createMyBookings(deps, claims),
    signIn: createSignIn(deps, budgets, publicUrl),
    account: createAccount(deps, claims, budgets),
    profiles: createProfiles(deps, createPictures()),
    adminExperts: createAdminExperts(deps, publicUrl),
    adminBookings: createAdminBookings(deps, claims),
    adminPeople: createAdminPeople(deps),
    categories: createCategories(deps),
    applications: createApplications(deps, publicUrl),
    auditTrail: createAuditTrail(deps),
    uses: createUses(deps),
  }
}
