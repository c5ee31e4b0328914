import type { BookingStorage } from '../port/bookings.ts'
import type { Storage } from '../port/storage.ts'
import { createListeners } from '../rules/listeners.ts'
import { createOccupiedMemory } from '../rules/occupied-memory.ts'
import { createApplications, createApplicationStorage } from './applications/applications.ts'
import { createAudit } from './audit/audit.ts'
import { createBlocks, createBlockStorage } from './blocks/blocks.ts'
import { createReports, createReportStorage } from './blocks/reports.ts'
import { createListAlike, createListHolds } from './bookings/alike.ts'
import { createAnswers } from './bookings/answers.ts'
import { createChange } from './bookings/changes.ts'
import { createClaims } from './bookings/claims.ts'
import { createListDisputed } from './bookings/disputed.ts'
import { createListOfCustomer } from './bookings/of-customer.ts'
import { createListOfExpert } from './bookings/of-expert.ts'
import { createRecords } from './bookings/records.ts'
import { createSearch } from './bookings/search.ts'
import { createSweeps } from './bookings/sweeps.ts'
import { createFeeds, createFeedStorage } from './calendars/feeds.ts'
import { createCalendarStorage, createSources } from './calendars/sources.ts'
import { createCalls } from './calls/calls.ts'
import { createCallEvents, createCallEventStorage } from './calls/events.ts'
import { createCacheFreshness } from './engine/cache-freshness.ts'
import { openSqlite } from './engine/open.ts'
import { createWriteQueue, done, untilDone } from './engine/write-queue.ts'
import { createCategories } from './experts/categories.ts'
import { createDirectory } from './experts/directory.ts'
import { createExpertRows } from './experts/expert-rows.ts'
import { createExpertSets } from './experts/expert-sets.ts'
import { createExperts } from './experts/experts.ts'
import { createList } from './experts/list.ts'
import { createNextFree } from './experts/next-free.ts'
import { createPhotos } from './experts/photos.ts'
import { createProfiles } from './experts/profiles.ts'
import { createFill } from './fill.ts'
import { createInstallation } from './installation/installation.ts'
import { createChoices } from './messages/choices.ts'
import { createMessages } from './messages/messages.ts'
import { createMessageStorage } from './messages/storage.ts'
import { createTally } from './bookings/tally.ts'
import { createOwedOf, createTakeUp } from './bookings/owing.ts'
import { createNotes, createNoteStorage } from './notes/notes.ts'
import { createPeople } from './people/people.ts'
import { createPeopleStorage } from './people/storage.ts'
import { createReviews, createReviewStorage } from './reviews/reviews.ts'
import { createSchedules, createScheduleStorage } from './schedules/schedules.ts'
import { createUses } from './uses/uses.ts'

/** `file` is a path, or `:memory:` for a store that ends with the process. */
export async function openSqliteStorage(file: string): Promise<Storage> {
  const opened = await openSqlite(file)
  const { db } = opened
  const { listen, tell } = createListeners()
  const queue = createWriteQueue(db, (changes) => tell((listener) => listener.changed?.(changes)))
  const { write } = queue
  const freshness = createCacheFreshness(db)
  const records = createRecords(db)
  const answers = createAnswers(db)
  const schedules = createSchedules(db)
  const audit = createAudit(db)
  const applications = createApplications(db)
  const people = createPeople(db)
  const messages = createMessages(db)
  messages.endLeases()
  const sources = createSources(db)
  sources.endLeases()
  const blocks = createBlocks(db)
  const reviews = createReviews(db)
  const notes = createNotes(db)
  const feeds = createFeeds(db)
  const experts = createExperts(db, freshness)
  const rows = createExpertRows(db, schedules)
  const matching = createExpertSets(db, freshness)
  const photos = createPhotos(db)
  const parts = {
    records,
    answers,
    schedules,
    audit,
    applications,
    people,
    messages,
    blocks,
    reviews,
    notes,
    feeds,
  }
  const ofExperts = { ...parts, experts, rows, matching, photos, freshness }
  const listOfCustomer = createListOfCustomer(db)
  const listOfExpert = createListOfExpert(db)
  const listAlike = createListAlike(db)
  const listHolds = createListHolds(db)
  const listDisputed = createListDisputed(db)
  const tally = createTally(db)
  const directory = createDirectory(db, ofExperts)
  const list = createList(db, ofExperts)
  const content = createFill(db, { records, experts: rows, reviews, people })
  const alive = db.prepare('SELECT 1 FROM category LIMIT 1')
  let closing: Promise<void> | undefined

  // The functions that only read are async as well: what they throw must reject, as it would with another engine.
  const listOccupied: BookingStorage['listOccupied'] = async (expertId, range) =>
    records.listOccupied(expertId, range)

  return {
    bookings: {
      ...createClaims(parts, write),
      change: createChange(parts, write),
      prove: (email, maker, now) => write(() => done(records.prove(email, maker, now))),
      find: async (id) => records.find(id),
      findAnswer: async (scope, key) => answers.find(scope, key),
      // Nothing is written in between: both are read in one turn.
      async findWithAnswer(id, key) {
        const record = records.find(id)
        return record && { record, answer: answers.find({ bookingId: id }, key) }
      },
      listOccupied,
      recallOccupied: createOccupiedMemory({ listOccupied }, listen),
      listOfCustomer: async (asked) => listOfCustomer(asked),
      listOfExpert: async (asked) => listOfExpert(asked),
      search: createSearch(db),
      tally: async (asked) => tally(asked),
      listAlike: async (asked) => listAlike(asked),
      listDisputed: async (asked) => listDisputed(asked),
      listHolds: async (now, expertId) => listHolds(now, expertId),
      ...createSweeps(db, records, write),
    },
    schedules: createScheduleStorage(schedules, experts.forget, { write, tell }),
    experts: {
      find: async (id) => experts.find(id),
      recall: async (id) => experts.find(id),
      findBySlug: async (slug) => experts.findBySlug(slug),
      search: async (asked) => directory.search(asked),
      listWords: async () => directory.listWords(),
      list: async (asked) => list.list(asked),
      emailOf: async (expertId) => list.emailOf(expertId),
      findPhoto: async (id) => photos.find(id),
      ...createProfiles(db, ofExperts, { write, tell }),
      ...createNextFree(db, ofExperts, write),
    },
    categories: createCategories(db, ofExperts, write),
    people: createPeopleStorage(db, parts, { write, tell }),
    applications: createApplicationStorage(applications, parts, write),
    audit: {
      list: async (asked) => audit.list(asked),
      note: (entry) => write(() => done(audit.insert(entry))),
      forget: (before) => untilDone(() => write(() => done(audit.forget(before)))),
    },
    blocks: createBlockStorage(blocks, audit, write),
    reports: createReportStorage(createReports(db), audit, write),
    reviews: createReviewStorage(reviews, audit, experts.forget, { write, tell }),
    notes: createNoteStorage(notes, write),
    calendarFeeds: createFeedStorage(feeds, write),
    uses: createUses(db, write),
    messages: createMessageStorage(
      messages,
      { takeUp: createTakeUp(db, messages), owedOf: createOwedOf(db) },
      createChoices(db, messages),
      write,
    ),
    calendars: createCalendarStorage(sources, write),
    installation: createInstallation(db, write),
    calls: createCalls(tell),
    callEvents: createCallEventStorage(createCallEvents(db), write),

    isEmpty: async () => content.isEmpty(),
    fill: (filling) =>
      write(() => {
        freshness.drop()
        return done(content.fill(filling))
      }),

    listen,
    ping: async () => {
      alive.get()
    },
    close: () =>
      (closing ??= queue.drain().then(() => {
        opened.close()
      })),
  }
}
