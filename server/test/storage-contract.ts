import { describe } from 'vitest'
import { adminCases } from './storage/admin.cases.ts'
import { applicationCases } from './storage/applications.cases.ts'
import { bookingsOfCases } from './storage/bookings-of.cases.ts'
import { challengeCases } from './storage/challenges.cases.ts'
import { changeCases } from './storage/changes.cases.ts'
import { claimCases } from './storage/claims.cases.ts'
import { directoryCases } from './storage/directory.cases.ts'
import { keyCases } from './storage/keys.cases.ts'
import { lifecycleCases } from './storage/lifecycle.cases.ts'
import { listenerCases } from './storage/listeners.cases.ts'
import { modelCases } from './storage/model.cases.ts'
import { peopleCases } from './storage/people.cases.ts'
import { personChangeCases } from './storage/person-changes.cases.ts'
import { profileCases } from './storage/profiles.cases.ts'
import { raceCases } from './storage/races.cases.ts'
import { recordCases } from './storage/records.cases.ts'
import { refreshCases } from './storage/refresh.cases.ts'
import { reviewCases } from './storage/reviews.cases.ts'
import { sessionCases } from './storage/sessions.cases.ts'
import { sessionsOfCases } from './storage/sessions-of.cases.ts'
import type { OpenStore } from './storage/store.ts'
import { sweepCases } from './storage/sweeps.cases.ts'
import { useCases } from './storage/uses.cases.ts'

/** What every engine behind the port must do. `open` answers a new and empty store each time. */
export function storageContract(name: string, open: OpenStore): void {
  describe(`The storage contract: ${name}`, () => {
    recordCases(open)
    claimCases(open)
    raceCases(open)
    changeCases(open)
    keyCases(open)
    listenerCases(open)
    sweepCases(open)
    useCases(open)
    directoryCases(open)
    reviewCases(open)
    refreshCases(open)
    challengeCases(open)
    sessionCases(open)
    peopleCases(open)
    personChangeCases(open)
    bookingsOfCases(open)
    sessionsOfCases(open)
    profileCases(open)
    adminCases(open)
    applicationCases(open)
    lifecycleCases(open)
    modelCases(open)
  })
}
