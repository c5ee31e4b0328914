import type { Services } from '../../services/services.ts'
import { createAccountHandlers } from './account.ts'
import { createAdminHandlers } from './experts.ts'
import { createDeskHandlers } from './schedules.ts'
import type { Handlers } from './handler.ts'
import { createProfileHandlers } from './profile.ts'
import { createSignInHandlers } from './people.ts'

/** Endpoint by endpoint, which service answers. Forgetting one does not compile. */
export function createHandlers(services: Services): Handlers {
  const { experts, holds, bookings, bookingChanges, calendar, myBookings } = services
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
    listMyBookings: ({ actor, query }) => myBookings.list(actor, query),
    ...createSignInHandlers(services.signIn),
    ...createAccountHandlers(services),
    ...createProfileHandlers(services),
    ...createDeskHandlers(services),
    ...createAdminHandlers(services),
  }
}
