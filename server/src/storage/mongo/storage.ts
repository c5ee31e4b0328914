import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { OpenOptions, Storage } from '../port/storage.ts'
import { Unavailable } from '../port/unavailable.ts'
import { createListeners } from '../rules/listeners.ts'
import { createOccupiedMemory } from '../rules/occupied-memory.ts'
import { createApplications } from './applications/applications.ts'
import { createAudit } from './audit/audit.ts'
import { createBlocks } from './blocks/blocks.ts'
import { createReports } from './blocks/reports.ts'
import { createListAlike, createListHolds } from './bookings/alike.ts'
import { createAnswers } from './bookings/answers.ts'
import { createChange } from './bookings/changes.ts'
import { createClaims } from './bookings/claims.ts'
import { createListDisputed } from './bookings/disputed.ts'
import { createListOfCustomer } from './bookings/of-customer.ts'
import { createListOfExpert } from './bookings/of-expert.ts'
import { committedOf } from './bookings/record-mapper.ts'
import { createRecords } from './bookings/records.ts'
import { createSearch } from './bookings/search.ts'
import { createSweeps } from './bookings/sweeps.ts'
import { createCalendarFeeds } from './calendars/feeds.ts'
import { createSources } from './calendars/sources.ts'
import { createCalls, seatReader, signalOf } from './calls/calls.ts'
import { createCallEvents } from './calls/events.ts'
import { createPresence } from './calls/presence.ts'
import { openFeed } from './engine/feed.ts'
import { migrate, verify } from './engine/indexes.ts'
import { createModels } from './engine/models.ts'
import { connect, explainOpening } from './engine/open.ts'
import { createOperations } from './engine/operations.ts'
import { keepReaching } from './engine/renewal.ts'
import { refuseUnfinished } from './engine/unfinished-copy.ts'
import { createCategories } from './experts/categories.ts'
import { createDirectory } from './experts/directory.ts'
import { createExperts } from './experts/experts.ts'
import { createList } from './experts/list.ts'
import { createNextFree } from './experts/next-free.ts'
import { createPhotos } from './experts/photos.ts'
import { createProfiles } from './experts/profiles.ts'
import { createRecall } from './experts/recall.ts'
import { createFill } from './fill.ts'
import { createInstallation } from './installation/installation.ts'
import { createChoices } from './messages/choices.ts'
import { createMessages } from './messages/messages.ts'
import { createTally } from './bookings/tally.ts'
import { createListOfBooking, createTakeUp } from './bookings/owing.ts'
import { createPeople } from './people/people.ts'
import { createPeopleStorage } from './people/storage.ts'
import { createNotes } from './notes/notes.ts'
import { createReviews } from './reviews/reviews.ts'
import { createSchedules } from './schedules/schedules.ts'
import { createUses } from './uses/uses.ts'

/** So long whoever asks whether this server is ready waits for the database, in milliseconds. */
const readyMs = 1500

/** Rejects with `StorageUnavailable` where the server or its indexes cannot carry our guarantees. */
export async function openMongoStorage(url: string, options: OpenOptions): Promise<Storage> {
  const warn = options.warn ?? (() => undefined)
  const connection = await connect(url, warn)
  const models = createModels(connection)
  try {
    await refuseUnfinished(connection)
    if (options.migrate) await migrate(connection, models)
    await verify(models)
  } catch (error) {
    await connection.close(true)
    throw explainOpening(error, url)
  }
  const { listen, tell } = createListeners()
  const serverId = randomUUID()
  const seatOf = seatReader(serverId)
  const feed = await openFeed(connection, tell, { committedOf, seatOf, signalOf })
  const renewal = keepReaching(connection, url, warn)
  const operations = createOperations()
  const { run, runLong, bounded, lasting, drain } = operations
  const audit = createAudit(models)
  const records = createRecords(connection, models, audit, feed)
  const answers = createAnswers(models)
  const experts = createExperts(models)
  const { recall, isVersion } = createRecall(experts, listen)
  const schedules = createSchedules(models, feed, isVersion)
  const messages = createMessages(models)
  const applications = createApplications(connection, models, { audit, messages })
  const people = createPeople(connection, models, { audit, messages }, feed)
  const photos = createPhotos(models)
  const parts = { records, answers, schedules, applications, people, photos, audit, messages }
  const uses = createUses(models)
  const presence = createPresence(models, serverId)
  const calls = createCalls(models, presence, serverId)
  const callEvents = createCallEvents(models)
  const content = createFill(connection, models)
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    await renewal.stop()
    presence.close()
    await drain()
    await feed.close()
    await connection.close(true)
  }

  return {
    bookings: {
      ...bounded({
        ...createClaims(parts),
        change: createChange(parts),
        prove: records.prove,
        find: records.find,
        findAnswer: answers.find,
        findWithAnswer: records.findWithAnswer,
        listOccupied: records.listOccupied,
        recallOccupied: createOccupiedMemory(records, listen),
        listOfCustomer: createListOfCustomer(models),
        listOfExpert: createListOfExpert(models),
        search: createSearch(models),
        tally: createTally(models),
        listAlike: createListAlike(models),
        listDisputed: createListDisputed(models),
        listHolds: createListHolds(models),
      }),
      ...lasting(createSweeps(models, records)),
    },
    schedules: bounded({ replace: schedules.replace }),
    experts: bounded({
      ...experts,
      recall,
      search: createDirectory(models),
      listWords: async () => models.experts.distinct('words'),
      ...createList(models),
      findPhoto: photos.find,
      ...createProfiles(connection, models, parts, feed),
      ...createNextFree(models, records),
    }),
    categories: bounded(createCategories(connection, models, audit)),
    people: createPeopleStorage(models, { people, audit, messages }, feed, operations),
    applications: bounded({
      send: applications.send,
      find: applications.find,
      list: applications.list,
      listOf: applications.listOf,
      decline: applications.decline,
    }),
    audit: {
      ...bounded({ list: audit.list, note: audit.note }),
      ...lasting({ forget: audit.forget }),
    },
    blocks: bounded(createBlocks(connection, models, audit)),
    reports: bounded(createReports(connection, models, audit)),
    reviews: bounded(createReviews(connection, models, audit, feed)),
    notes: bounded(createNotes(models)),
    calendarFeeds: bounded(createCalendarFeeds(models)),
    calls: bounded(calls),
    callEvents: {
      ...bounded({
        append: callEvents.append,
        listOf: callEvents.listOf,
        listOpen: callEvents.listOpen,
        settle: callEvents.settle,
      }),
      ...lasting({ forget: callEvents.forget }),
    },
    messages: {
      ...bounded({
        ...createChoices(models, messages),
        lease: messages.lease,
        settle: messages.settle,
        bounced: messages.bounced,
        retry: messages.retry,
        owe: messages.owe,
        find: messages.find,
        listOfBooking: createListOfBooking(models, messages),
        listOfBookings: messages.listOfBookings,
        list: messages.list,
        countOf: messages.countOf,
      }),
      ...lasting({ takeUp: createTakeUp(models), forgetSettled: messages.forgetSettled }),
    },
    calendars: bounded(createSources(models)),
    installation: bounded(createInstallation(models)),
    uses: {
      ...bounded({ count: uses.count, read: uses.read }),
      ...lasting({ forget: uses.forget }),
    },

    isEmpty: () => run(content.isEmpty),
    fill: (filling) => runLong(() => content.fill(filling)),

    listen,
    ping: () =>
      run(async () => {
        if (!feed.isHearing()) throw new Error('What other servers commit is not heard of')
        // Whoever asks has other servers to send people to: where none can be chosen, that is said soon.
        await Promise.race([connection.db?.command({ ping: 1 }), tooLate(readyMs)])
      }),
    close: () => (closing ??= close()),
  }
}

async function tooLate(milliseconds: number): Promise<never> {
  await delay(milliseconds, undefined, { ref: false })
  throw new Unavailable(`no answer within ${milliseconds} ms`)
}
