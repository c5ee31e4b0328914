import type { Deps } from '../base/deps.ts'
import { createAccount } from './people/account.ts'
import { createPictures } from './experts/pictures.ts'
import { createAdminBookings } from './bookings/lists.ts'
import { createAdminExperts } from './experts/administration.ts'
import { createAdminPeople } from './people/administration.ts'
import { createApplications } from './experts/applications.ts'
import { createAuditTrail } from './audit/trail.ts'
import { createBoards } from './boards/boards.ts'
import { createBookingChanges } from './bookings/changes.ts'
import { createBookings } from './bookings/bookings.ts'
import { createCalendar } from './calendars/file.ts'
import { createCategories } from './experts/categories.ts'
import { createClaims } from './bookings/claims.ts'
import { createDeskBookings } from './bookings/desk-bookings.ts'
import { createDeskSchedule } from './schedules/schedules.ts'
import { createExperts } from './experts/directory.ts'
import { createExplanations } from './schedules/explanations.ts'
import { createHolds } from './bookings/holds.ts'
import { createMyBookings } from './bookings/my-bookings.ts'
import { createProfiles } from './experts/profiles.ts'
import { createSignIn } from './people/sign-in.ts'
import { createSignInBudgets } from './people/sign-in-budgets.ts'
import { createUses } from '../base/limits.ts'

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
