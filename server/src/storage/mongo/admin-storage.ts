import type { Connection } from 'mongoose'
import type { AdminStorage } from '../port/applications.ts'
import { createAdminLists } from './experts/list.ts'
import { createApplications } from './applications/applications.ts'
import { createAudit } from './audit/audit.ts'
import { createCategories } from './experts/categories.ts'
import { createFindBookings } from './bookings/search.ts'
import type { Models } from './engine/models.ts'
import type { createOperations } from './engine/operations.ts'
import type { createPeople } from './people/people.ts'

export function createAdminStorage(
  connection: Connection,
  models: Models,
  people: ReturnType<typeof createPeople>,
  { run }: Pick<ReturnType<typeof createOperations>, 'run'>,
): AdminStorage {
  const lists = createAdminLists(models)
  const categories = createCategories(connection, models)
  const applications = createApplications(connection, models)
  const audit = createAudit(models)
  const find = createFindBookings(models)

  return {
    listExperts: (asked) => run(() => lists.listExperts(asked)),
    emailOf: (expertId) => run(() => lists.emailOf(expertId)),
    makeCategory: (category, entry) => run(() => categories.make(category, entry)),
    changeCategory: (category, entry) => run(() => categories.change(category, entry)),
    removeCategory: (slug, entry) => run(() => categories.remove(slug, entry)),
    findBookings: (asked) => run(() => find(asked)),
    listPeople: (asked) => run(() => lists.listPeople(asked)),
    changeRole: (id, isAdmin, entry) => run(() => people.changeRole(id, isAdmin, entry)),
    apply: (application) => run(() => applications.apply(application)),
    findApplication: (id) => run(() => applications.find(id)),
    listApplications: (asked) => run(() => applications.list(asked)),
    listApplicationsOf: (email) => run(() => applications.listOf(email)),
    decline: (declined, entry) => run(() => applications.decline(declined, entry)),
    listAudit: (asked) => run(() => audit.list(asked)),
  }
}
