import type { Services } from '../../services/services.ts'
import type { Handlers } from './handler.ts'

type ExpertHandlers = Pick<
  Handlers,
  | 'listCategories'
  | 'searchExperts'
  | 'suggest'
  | 'getExpert'
  | 'getDesk'
  | 'changeProfile'
  | 'setPhoto'
  | 'removePhoto'
  | 'applyAsExpert'
  | 'listApplications'
  | 'decideApplication'
  | 'listAdminExperts'
  | 'inviteExpert'
  | 'changeExpert'
  | 'getCategory'
  | 'makeCategory'
  | 'changeCategory'
  | 'removeCategory'
>

/** The directory, what experts show of themselves, and how one becomes an expert. */
export function createExpertHandlers({
  directory,
  profiles,
  applications,
  expertAdministration,
  categories,
}: Services): ExpertHandlers {
  return {
    listCategories: () => directory.categories(),
    searchExperts: ({ query }) => directory.search(query),
    suggest: ({ query }) => directory.suggest(query),
    getExpert: ({ params }) => directory.read(params.slug),

    getDesk: ({ actor }) => profiles.read(actor),
    changeProfile: ({ actor, body }) => profiles.change(actor, body),
    setPhoto: ({ actor, picture }) => profiles.setPhoto(actor, picture),
    removePhoto: ({ actor }) => profiles.removePhoto(actor),

    applyAsExpert: async ({ actor, body }) => {
      await applications.apply(actor, body)
      return null
    },
    listApplications: ({ actor, query }) => applications.list(actor, query),
    decideApplication: ({ actor, params, body }) => applications.decide(actor, params.id, body),

    listAdminExperts: ({ actor, query }) => expertAdministration.list(actor, query),
    inviteExpert: ({ actor, body }) => expertAdministration.invite(actor, body),
    changeExpert: ({ actor, params, body }) => expertAdministration.change(actor, params.id, body),
    getCategory: ({ actor, params }) => categories.read(actor, params.slug),
    makeCategory: ({ actor, body }) => categories.make(actor, body),
    changeCategory: ({ actor, params, body }) => categories.change(actor, params.slug, body),
    removeCategory: async ({ actor, params }) => {
      await categories.remove(actor, params.slug)
      return null
    },
  }
}
