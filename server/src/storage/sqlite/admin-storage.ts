import type { AdminStorage, DeclineOutcome, RoleOutcome } from '../port/applications.ts'
import { entryAbout } from '../rules/entry-about.ts'
import type { createListeners } from '../rules/listeners.ts'
import { createAdminExperts } from './experts/list.ts'
import type { Applications } from './applications/applications.ts'
import type { Audit } from './audit/audit.ts'
import type { CacheFreshness } from './engine/cache-freshness.ts'
import { createCategories } from './experts/categories.ts'
import type { Directory } from './experts/directory.ts'
import type { Database } from './engine/driver.ts'
import type { ExpertRows } from './experts/expert-rows.ts'
import type { Experts } from './experts/experts.ts'
import { createFindBookings } from './bookings/search.ts'
import { createListPeople } from './people/list.ts'
import type { People } from './people/people.ts'
import { done, refused } from './engine/write-queue.ts'
import type { Write } from './engine/write-queue.ts'

interface Parts {
  readonly experts: Experts
  readonly rows: ExpertRows
  readonly directory: Directory
  readonly people: People
  readonly applications: Applications
  readonly audit: Audit
  readonly freshness: CacheFreshness
}

export function createAdminStorage(
  db: Database,
  parts: Parts,
  write: Write,
  tell: ReturnType<typeof createListeners>['tell'],
): AdminStorage {
  const { people, applications, audit } = parts
  const adminExperts = createAdminExperts(db, parts)
  const categories = createCategories(db, parts)
  const findBookings = createFindBookings(db)
  const listPeople = createListPeople(db)

  /** What is done is written down in the same savepoint. */
  function audited<T extends string>(
    entry: Parameters<Audit['insert']>[0],
    change: () => T | 'done',
  ): Promise<T | 'done'> {
    return write(() => {
      const outcome = change()
      if (outcome !== 'done') return refused(outcome)
      audit.insert(entry)
      return done(outcome)
    })
  }

  return {
    listExperts: async (asked) => adminExperts.list(asked),
    emailOf: async (expertId) => adminExperts.emailOf(expertId),

    makeCategory: (category, entry) => audited(entry, () => categories.make(category)),
    changeCategory: (category, entry) => audited(entry, () => categories.change(category)),
    removeCategory: (slug, entry) => audited(entry, () => categories.remove(slug)),

    findBookings,

    listPeople: async (asked) => listPeople(asked),
    async changeRole(personId, isAdmin, entry) {
      let changed = false
      const outcome = await write<RoleOutcome>(() => {
        const before = people.findById(personId)
        const person = people.changeRole(personId, isAdmin)
        if (person === null) return refused({ kind: 'not_found' })
        if (person === 'still_needed') return refused({ kind: person })
        changed = before?.isAdmin !== isAdmin
        if (changed) audit.insert(entryAbout(entry, person))
        return done({ kind: 'done', person })
      })
      if (changed) tell((listener) => listener.personChanged?.(personId))
      return outcome
    },

    apply: (application) => write(() => done(applications.apply(application))),
    findApplication: async (id) => applications.find(id),
    listApplications: (asked) => applications.list(asked),
    listApplicationsOf: async (email) => applications.listOf(email),
    decline: ({ id, at, reason }, entry) =>
      write<DeclineOutcome>(() => {
        const decided = applications.decide(id, 'declined', at, reason)
        const application = applications.find(id)
        if (!application) return refused({ kind: 'not_found' })
        if (!decided) return refused({ kind: 'already_decided' })
        audit.insert(entry)
        return done({ kind: 'done', application })
      }),

    listAudit: async (asked) => audit.list(asked),
  }
}
