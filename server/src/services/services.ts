import type { Deps } from '../base/deps.ts'
import { createLimits } from '../base/limits.ts'
import { createLog } from './audit/log.ts'
import { createAuditTrail } from './audit/trail.ts'
import { createBlocks } from './blocks/blocks.ts'
import { createReports } from './blocks/reports.ts'
import { createTraits } from './welcome/traits.ts'
import { createWelcome } from './welcome/welcome.ts'
import { createBoards } from './boards/boards.ts'
import { createOutlook } from './experts/outlook.ts'
import { createBookings } from './bookings/bookings.ts'
import { createCancellations } from './bookings/cancellations.ts'
import { createBookingChanges } from './bookings/changes.ts'
import { createCeilings } from './bookings/ceilings.ts'
import { createClaims } from './bookings/claims.ts'
import { createDisputes } from './bookings/disputes.ts'
import { createDemand } from './bookings/demand.ts'
import { createHolds } from './bookings/holds.ts'
import { createLateness } from './bookings/lateness.ts'
import { createLinks } from './bookings/links.ts'
import { createBookingLists } from './bookings/lists.ts'
import { createCallHealth } from './calls/health.ts'
import { createCalendarFeeds } from './calendars/feeds.ts'
import { createCalendarAccounts } from './calendars/accounts.ts'
import { createBusySchedules } from './calendars/busy-schedules.ts'
import { createCalendarFiles } from './calendars/file.ts'
import { createRefreshing } from './calendars/refreshing.ts'
import { createCalendarSources } from './calendars/sources.ts'
import { createWriting } from './calendars/writing.ts'
import { createCalls } from './calls/calls.ts'
import { createCallEntry } from './calls/entry.ts'
import { createSettling } from './calls/settling.ts'
import { createExpertAdministration } from './experts/administration.ts'
import { createApplications } from './experts/applications.ts'
import { createCategories } from './experts/categories.ts'
import { createDirectory } from './experts/directory.ts'
import { createPageMemory } from './experts/page-memory.ts'
import { createPictures } from './experts/pictures.ts'
import { createSharePictures } from './experts/share-pictures.ts'
import { createBounces } from './messages/bounces.ts'
import { createMailChoices } from './messages/choices.ts'
import { createDelivery } from './messages/delivery.ts'
import { createLetters } from './messages/letters.ts'
import { createMessages } from './messages/messages.ts'
import { createMailPause } from './messages/pause.ts'
import { createProfiles } from './experts/profiles.ts'
import { createOpening } from './people/opening.ts'
import { createPasskeys } from './people/passkeys.ts'
import { createAccount } from './people/account.ts'
import { createPeopleAdministration } from './people/administration.ts'
import { createSignIn } from './people/sign-in.ts'
import { createSignInBudgets } from './people/sign-in-budgets.ts'
import { createReviewDecisions } from './reviews/decisions.ts'
import { createReviews } from './reviews/reviews.ts'
import { createNotes } from './notes/notes.ts'
import { createNumbers } from './numbers/numbers.ts'
import { createExplanations } from './schedules/explanations.ts'
import { createSchedules } from './schedules/schedules.ts'

export type Services = ReturnType<typeof createServices>

/** The use cases, put together once; HTTP and sockets share them. */
export function createServices(deps: Deps, publicUrl: () => string) {
  const claims = createClaims(deps)
  const limits = createLimits(deps)
  const ceilings = createCeilings(deps)
  const demand = createDemand(deps)
  const traits = createTraits(deps)
  const welcome = createWelcome(deps, traits)
  const cancellations = createCancellations(deps)
  const pause = createMailPause(deps.clock)
  const budgets = createSignInBudgets(deps.tokens, limits)
  const log = createLog(deps, limits)
  const outlook = createOutlook(deps)
  const pictures = createPictures()
  const busySchedules = createBusySchedules(deps)
  const open = createOpening(deps, ceilings, log)
  return {
    directory: createDirectory(deps, outlook),
    boards: createBoards(deps),
    outlook,
    pageMemory: createPageMemory(deps),
    holds: createHolds(deps, claims, ceilings, demand, welcome),
    bookings: createBookings(deps, claims, ceilings, demand, welcome),
    bookingChanges: createBookingChanges(deps, claims, ceilings, welcome),
    cancellations,
    blocks: createBlocks(deps, traits, cancellations),
    reports: createReports(deps, limits),
    notes: createNotes(deps),
    numbers: createNumbers(deps),
    reviews: createReviews(deps),
    reviewDecisions: createReviewDecisions(deps),
    bookingLists: createBookingLists(deps),
    disputes: createDisputes(deps),
    lateness: createLateness(deps),
    links: createLinks(deps, limits, publicUrl),
    callHealth: createCallHealth(deps),
    calendarFeeds: createCalendarFeeds(deps, publicUrl),
    calendarFiles: createCalendarFiles(deps, publicUrl),
    calendarAccounts: createCalendarAccounts(deps),
    calendarSources: createCalendarSources(deps, busySchedules),
    refreshing: createRefreshing(deps, busySchedules, createWriting(deps, publicUrl)),
    calls: createCalls(deps),
    callEntry: createCallEntry(deps),
    settling: createSettling(deps),
    delivery: createDelivery(deps, createLetters(deps, publicUrl), pause),
    messages: createMessages(deps, limits, pause),
    bounces: createBounces(deps),
    mailChoices: createMailChoices(deps),
    schedules: createSchedules(deps),
    explanations: createExplanations(deps),
    signIn: createSignIn(deps, budgets, { open, log }, publicUrl),
    passkeys: createPasskeys(deps, limits, { open, log }, publicUrl),
    account: createAccount(deps, budgets, log),
    profiles: createProfiles(deps, pictures),
    sharePictures: createSharePictures(deps, pictures),
    categories: createCategories(deps),
    applications: createApplications(deps),
    expertAdministration: createExpertAdministration(deps),
    peopleAdministration: createPeopleAdministration(deps),
    auditTrail: createAuditTrail(deps),
    limits,
  }
}
