import { createListeners } from '../rules/listeners.ts'
import type { OpenOptions } from '../port/open-options.ts'
import type { Storage } from '../port/storage.ts'
import { createAdminStorage } from './admin-storage.ts'
import { recordOf } from './bookings/record-mapper.ts'
import { createBookings } from './bookings/records.ts'
import { createChange } from './bookings/changes.ts'
import { createClaims } from './bookings/claims.ts'
import { connect, explainOpening } from './engine/open.ts'
import { createDirectory } from './experts/directory.ts'
import { createExperts } from './experts/experts.ts'
import { openFeed } from './engine/feed.ts'
import { createFill } from './fill.ts'
import { migrate, verify } from './engine/indexes.ts'
import { createModels } from './engine/models.ts'
import { createNextFree } from './experts/next-free.ts'
import { createOperations } from './engine/operations.ts'
import { createPeople } from './people/people.ts'
import { createPeopleStorage } from './people/people-storage.ts'
import { createProfiles } from './experts/profiles.ts'
import { createReviews } from './experts/reviews.ts'
import { createSessionsOf } from './bookings/of-expert.ts'
import { createSweeps } from './bookings/sweeps.ts'
import { refuseUnfinished } from './engine/unfinished-copy.ts'
import { createUses } from './uses/uses.ts'

/** Rejects with `StorageUnavailable` where the server or its indexes cannot carry our guarantees. */
export async function openMongoStorage(url: string, options: OpenOptions): Promise<Storage> {
  const connection = await connect(url, options.warn ?? (() => undefined))
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
  const feed = await openFeed(connection, tell)
  const operations = createOperations()
  const { run, runLong, drain } = operations
  const bookings = createBookings(connection, models, feed)
  const experts = createExperts(models, feed)
  const claims = createClaims(bookings, experts)
  const change = createChange(bookings, experts)
  const sessionsOf = createSessionsOf(models)
  const sweeps = createSweeps(models, bookings)
  const nextFree = createNextFree(models, bookings)
  const directory = createDirectory(models)
  const reviews = createReviews(models)
  const uses = createUses(models)
  const people = createPeople(connection, models, feed)
  const profiles = createProfiles(connection, models, people, feed)
  const content = createFill(connection, models)
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    await drain()
    await feed.close()
    await connection.close(true)
  }

  return {
    holdSlot: (hold, guard) => run(() => claims.hold(hold, guard)),
    claimBooking: (booking, guard, hold) =>
      run(() => (hold ? claims.confirm(booking, guard, hold) : claims.book(booking, guard))),
    changeRecord: (asked) => run(() => change(asked)),

    findRecord: (id) =>
      run(async () => {
        const doc = await bookings.find(id)
        return doc && recordOf(doc)
      }),
    findAnswer: (scope, key) => run(() => bookings.findAnswer(scope, key)),
    listOccupied: (expertId, range) => run(() => bookings.listOccupied(expertId, range)),
    listSessionsOf: (asked) => run(() => sessionsOf(asked)),

    releaseExpiredHolds: (now) => runLong(() => sweeps.releaseExpired(now)),
    forgetReleasedHolds: (before) => runLong(() => sweeps.forgetReleased(before)),

    countUse: (key, window) => run(() => uses.count(key, window)),
    forgetUses: (before) => runLong(() => uses.forget(before)),

    listCategories: () => run(directory.listCategories),
    searchExperts: (search) => run(() => directory.search(search)),
    findExpert: (id) => run(() => experts.findById(id)),
    findExpertBySlug: (slug) => run(() => experts.findBySlug(slug)),
    listReviews: (expertId, page) => run(() => reviews.list(expertId, page)),

    listExpertsToRefresh: (now, limit) => run(() => nextFree.listDue(now, limit)),
    storeNextFree: (times) => run(() => nextFree.store(times)),
    replaceSchedule: (expertId, schedule) =>
      run(async () =>
        (await experts.replaceSchedule(expertId, schedule)) ? 'done' : 'stale_version',
      ),

    people: createPeopleStorage(models, people, feed, operations),
    profiles: {
      create: (made) => run(() => profiles.create(made)),
      change: (change) => run(() => profiles.change(change)),
      findPhoto: (id) => run(() => profiles.findPhoto(id)),
    },

    admin: createAdminStorage(connection, models, people, operations),

    isEmpty: () => run(content.isEmpty),
    fill: (filling) => runLong(() => content.fill(filling)),

    listen,
    ping: () =>
      run(async () => {
        await connection.db?.command({ ping: 1 })
        if (!feed.isHearing()) throw new Error('What other servers commit is not heard of')
      }),
    close: () => (closing ??= close()),
  }
}
