import type { CallAnswer, EndpointName, ParsedInput } from '@expertconnect/contract/endpoints'
import type { Actor } from '../actor.ts'
import type { Services } from '../services/services.ts'

export interface HandlerInput<N extends EndpointName> extends ParsedInput<N> {
  readonly actor: Actor
  /** The Idempotency-Key; empty where the endpoint demands none. */
  readonly key: string
}

type Handler<N extends EndpointName> = (input: HandlerInput<N>) => Promise<CallAnswer<N>>

/** The board has a route of its own: it is sent as finished bytes. */
export type HandledName = Exclude<EndpointName, 'getBoard'>
export type Handlers = { readonly [N in HandledName]: Handler<N> }

/** Endpoint by endpoint, which service answers. Forgetting one does not compile. */
export function createHandlers(services: Services): Handlers {
  const { experts, holds, bookings, bookingChanges, calendar } = services
  return {
    listCategories: () => experts.categories(),
    searchExperts: ({ query }) => experts.search(query),
    getExpert: ({ params }) => experts.read(params.slug),
    listReviews: ({ params, query }) => experts.reviews(params.slug, query),
    createHold: ({ actor, body, key }) => holds.create(actor, body, key),
    changeHold: ({ actor, params, body }) => holds.change(actor, params.id, body),
    releaseHold: async ({ actor, params }) => {
      await holds.release(actor, params.id)
      return null
    },
    createBooking: ({ actor, body, key }) => bookings.create(actor, body, key),
    getBooking: ({ actor, params }) => bookings.read(actor, params.id),
    changeBooking: ({ actor, params, body, key }) =>
      bookingChanges.change(actor, params.id, body, key),
    createCalendarTicket: ({ actor, params }) => calendar.createTicket(actor, params.id),
  }
}
