import { describe } from 'vitest'
import { alikeCases } from './bookings/alike.cases.ts'
import { auditCases } from './audit/audit.cases.ts'
import { blockCases } from './blocks/blocks.cases.ts'
import { reportCases } from './blocks/reports.cases.ts'
import { bookingSearchCases } from './bookings/search.cases.ts'
import { categoryCases } from './experts/categories.cases.ts'
import { expertListCases } from './experts/list.cases.ts'
import { roleCases } from './people/roles.cases.ts'
import { applicationCases } from './applications/applications.cases.ts'
import { bookingsOfCustomerCases } from './bookings/of-customer.cases.ts'
import { calendarSourceCases } from './calendars/sources.cases.ts'
import { callEventCases } from './calls/events.cases.ts'
import { callCases } from './calls/seats.cases.ts'
import { challengeCases } from './people/challenges.cases.ts'
import { changeCases } from './bookings/changes.cases.ts'
import { ceilingCases } from './bookings/ceilings.cases.ts'
import { claimCases } from './bookings/claims.cases.ts'
import { feedCases } from './calendars/feeds.cases.ts'
import { directoryCases } from './experts/directory.cases.ts'
import { tolerantSearchCases } from '../services/experts/tolerant-search.cases.ts'
import { keyCases } from './bookings/keys.cases.ts'
import { lifecycleCases } from './lifecycle.cases.ts'
import { listenerCases } from './listeners.cases.ts'
import { choiceCases } from './messages/choices.cases.ts'
import { messageCases } from './messages/messages.cases.ts'
import { owingCases } from './messages/owing.cases.ts'
import { modelCases } from './bookings/model.cases.ts'
import { noteCases } from './notes/notes.cases.ts'
import { passkeyCases } from './people/passkeys.cases.ts'
import { peopleCases } from './people/people.cases.ts'
import { personChangeCases } from './people/person-changes.cases.ts'
import { profileCases } from './experts/profiles.cases.ts'
import { raceCases } from './bookings/races.cases.ts'
import { recordCases } from './bookings/records.cases.ts'
import { nextFreeCases } from './experts/next-free.cases.ts'
import { moreTimeCases } from './bookings/more-time.cases.ts'
import { settlementCases } from './bookings/settlement.cases.ts'
import { scheduleCases } from './schedules/schedules.cases.ts'
import { reviewCases } from './reviews/reviews.cases.ts'
import { sessionCases } from './people/sessions.cases.ts'
import { bookingsOfExpertCases } from './bookings/of-expert.cases.ts'
import type { OpenStore } from './store.ts'
import { sweepCases } from './bookings/sweeps.cases.ts'
import { tallyCases } from './bookings/tally.cases.ts'
import { useCases } from './uses/uses.cases.ts'

/** What every engine behind the port must do. `open` answers a new and empty store each time. */
export function storageContract(name: string, open: OpenStore): void {
  describe(`The storage contract: ${name}`, () => {
    recordCases(open)
    claimCases(open)
    ceilingCases(open)
    raceCases(open)
    changeCases(open)
    settlementCases(open)
    moreTimeCases(open)
    keyCases(open)
    listenerCases(open)
    tallyCases(open)
    sweepCases(open)
    useCases(open)
    directoryCases(open)
    tolerantSearchCases(open)
    reviewCases(open)
    nextFreeCases(open)
    scheduleCases(open)
    calendarSourceCases(open)
    challengeCases(open)
    sessionCases(open)
    passkeyCases(open)
    peopleCases(open)
    personChangeCases(open)
    bookingsOfCustomerCases(open)
    bookingsOfExpertCases(open)
    profileCases(open)
    bookingSearchCases(open)
    alikeCases(open)
    expertListCases(open)
    categoryCases(open)
    roleCases(open)
    auditCases(open)
    applicationCases(open)
    blockCases(open)
    reportCases(open)
    feedCases(open)
    callCases(open)
    callEventCases(open)
    noteCases(open)
    messageCases(open)
    choiceCases(open)
    owingCases(open)
    lifecycleCases(open)
    modelCases(open)
  })
}
