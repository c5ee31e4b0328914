import type { Services } from '../../services/services.ts'
import type { Handlers } from './handler.ts'

type AdminHandlers = Pick<
  Handlers,
  | 'listAdminExperts'
  | 'inviteExpert'
  | 'changeExpert'
  | 'makeCategory'
  | 'changeCategory'
  | 'removeCategory'
  | 'findBookings'
  | 'listPeople'
  | 'changeRoles'
  | 'listApplications'
  | 'decideApplication'
  | 'listAudit'
  | 'applyAsExpert'
>

/** What administrators do, and how one becomes an expert. */
export function createAdminHandlers(services: Services): AdminHandlers {
  const { adminExperts, adminBookings, adminPeople, categories, applications, auditTrail } =
    services
  return {
    listAdminExperts: ({ actor, query }) => adminExperts.list(actor, query),
    inviteExpert: ({ actor, body }) => adminExperts.invite(actor, body),
    changeExpert: ({ actor, params, body }) => adminExperts.change(actor, params.id, body),
    makeCategory: ({ actor, body }) => categories.make(actor, body),
    changeCategory: ({ actor, params, body }) => categories.change(actor, params.slug, body),
    removeCategory: async ({ actor, params }) => {
      await categories.remove(actor, params.slug)
      return null
    },
    findBookings: ({ actor, query }) => adminBookings.find(actor, query),
    listPeople: ({ actor, query }) => adminPeople.list(actor, query),
    changeRoles: ({ actor, params, body }) =>
      adminPeople.changeRole(actor, params.id, body.isAdmin),
    listApplications: ({ actor, query }) => applications.list(actor, query),
    decideApplication: ({ actor, params, body }) => applications.decide(actor, params.id, body),
    listAudit: ({ actor, query }) => auditTrail.list(actor, query),
    applyAsExpert: async ({ body }) => {
      await applications.apply(body)
      return null
    },
  }
}
