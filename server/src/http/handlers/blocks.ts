import type { blockRoutes } from '@expertconnect/contract/blocks/routes'
import { adminsDesk, expertsDesk } from '../../base/desk.ts'
import type { Services } from '../../services/services.ts'
import type { Handlers } from './handler.ts'

type BlockHandlers = Pick<Handlers, keyof typeof blockRoutes>

/** Whom experts and administrators keep away, and what experts report. */
export function createBlockHandlers({ blocks, reports }: Services): BlockHandlers {
  return {
    getDeskOrigin: async ({ actor, params }) => blocks.origin(expertsDesk(actor), params.id),
    getOrigin: async ({ actor, params }) => blocks.origin(adminsDesk(actor), params.id),
    listDeskBlocks: async ({ actor, query }) => blocks.list(expertsDesk(actor), query),
    listBlocks: async ({ actor, query }) => blocks.list(adminsDesk(actor), query),
    makeDeskBlock: async ({ actor, body }) => blocks.make(expertsDesk(actor), body),
    makeBlock: async ({ actor, body }) => blocks.make(adminsDesk(actor), body),
    removeDeskBlock: async ({ actor, params }) => {
      await blocks.remove(expertsDesk(actor), params.id)
      return null
    },
    removeBlock: async ({ actor, params }) => {
      await blocks.remove(adminsDesk(actor), params.id)
      return null
    },
    reportBooking: async ({ actor, params, body }) => {
      await reports.send(actor, params.id, body.reason)
      return null
    },
    listReports: ({ actor, query }) => reports.list(actor, query),
    decideReport: ({ actor, params, body }) => reports.decide(actor, params.id, body),
  }
}
