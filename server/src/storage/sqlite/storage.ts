import { createListeners } from '../rules/listeners.ts'
import type { Storage } from '../port/storage.ts'
import { createAdminStorage } from './admin-storage.ts'
import { createAnswers } from './bookings/answers.ts'
import { createApplications } from './applications/applications.ts'
import { createAudit } from './audit/audit.ts'
import { createCacheFreshness } from './engine/cache-freshness.ts'
import { createChange } from './bookings/changes.ts'
import { createClaims } from './bookings/claims.ts'
import { createDirectory } from './experts/directory.ts'
import { createExpertRows } from './experts/expert-rows.ts'
import { createExperts } from './experts/experts.ts'
import { createFill } from './fill.ts'
import { openSqlite } from './engine/open.ts'
import { createPeople } from './people/people.ts'
import { createPeopleStorage } from './people/people-storage.ts'
import { createProfiles, createProfileStorage } from './experts/profiles.ts'
import { createRecords } from './bookings/records.ts'
import { createReviews } from './experts/reviews.ts'
import { createSchedules } from './schedules/schedules.ts'
import { createSessionsOf } from './bookings/of-expert.ts'
import { createSweeps } from './bookings/sweeps.ts'
import { createUses } from './uses/uses.ts'
import { createWriteQueue, done, refused } from './engine/write-queue.ts'

/** `file` is a path, or `:memory:` for a store that ends with the process. */
export async function openSqliteStorage(file: string): Promise<Storage> {
  const opened = await openSqlite(file)
  const { db } = opened
  const { listen, tell } = createListeners()
  const queue = createWriteQueue(db, (changes) => tell((listener) => listener.changed?.(changes)))
  const { write } = queue
  const records = createRecords(db)
  const answers = createAnswers(db)
  const schedules = createSchedules(db)
  const reviews = createReviews(db)
  const audit = createAudit(db)
  const freshness = createCacheFreshness(db)
  const experts = createExperts(db, freshness, records)
  const directory = createDirectory(db, experts, freshness)
  const claims = createClaims(records, answers, schedules)
  const sessionsOf = createSessionsOf(db)
  const change = createChange(records, answers, schedules, audit)
  const sweeps = createSweeps(db, records, write)
  const uses = createUses(db)
  const people = createPeople(db)
  const rows = createExpertRows(db, schedules)
  const applications = createApplications(db)
  const parts = { experts, rows, directory, people, applications, audit, freshness }
  const profiles = createProfiles(db, parts)
  const content = createFill(db, { records, experts: rows, reviews, people })
  const alive = db.prepare('SELECT 1 FROM category LIMIT 1')
  let closing: Promise<void> | undefined

  // The functions that only read are async as well: what they throw must reject, as it would with another engine.
  return {
    holdSlot: (hold, guard) => write(() => claims.hold(hold, guard)),
    claimBooking: (booking, guard, hold) =>
      write(() => (hold ? claims.confirm(booking, guard, hold) : claims.book(booking, guard))),
    changeRecord: (asked) => write(() => change(asked)),

    findRecord: async (id) => records.find(id),
    findAnswer: async (scope, key) =>
      answers.find(
        'expertId' in scope ? `expert:${scope.expertId}` : `booking:${scope.bookingId}`,
        key,
      ),
    listOccupied: async (expertId, { from, to, now }) => records.listLive(expertId, from, to, now),
    listSessionsOf: async (asked) => sessionsOf(asked),

    releaseExpiredHolds: sweeps.releaseExpired,
    forgetReleasedHolds: sweeps.forgetReleased,

    countUse: (key, window) => write(() => done(uses.count(key, window))),
    forgetUses: sweeps.forgetUses,

    listCategories: async () => directory.listCategories(),
    searchExperts: async (search) => directory.search(search),
    findExpert: async (id) => experts.findById(id),
    findExpertBySlug: async (slug) => experts.findBySlug(slug),
    listReviews: async (expertId, page) => reviews.list(expertId, page),

    listExpertsToRefresh: async (now, limit) => experts.listDue(now, limit),
    storeNextFree: (times) => write(() => done(experts.storeNextFree(times))),
    async replaceSchedule(expertId, schedule) {
      const replaced = await write(() => {
        if (!schedules.replace(expertId, schedule)) return refused('stale_version' as const)
        experts.forget(expertId)
        return done('done' as const)
      })
      if (replaced === 'done') tell((listener) => listener.scheduleChanged?.(expertId))
      return replaced
    },

    people: createPeopleStorage(db, { people, records, applications, audit }, write, tell),
    profiles: createProfileStorage(profiles, write, tell),
    admin: createAdminStorage(db, parts, write, tell),

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
