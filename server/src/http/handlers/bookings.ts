import { adminsDesk, expertsDesk } from '../../base/desk.ts'
import type { Services } from '../../services/services.ts'
import type { Handlers } from './handler.ts'

type BookingHandlers = Pick<
  Handlers,
  | 'createHold'
  | 'changeHold'
  | 'releaseHold'
  | 'createBooking'
  | 'confirmBooking'
  | 'getBooking'
  | 'changeBooking'
  | 'renewLink'
  | 'createCalendarTicket'
  | 'listMyBookings'
  | 'listDeskBookings'
  | 'getDeskBooking'
  | 'cancelDeskBookings'
  | 'findBookings'
  | 'cancelBookings'
  | 'sayLate'
  | 'disputeBooking'
  | 'listDisputes'
  | 'decideDispute'
>

/** Holds, and bookings by whoever may see them. */
export function createBookingHandlers({
  holds,
  bookings,
  bookingChanges,
  bookingLists,
  links,
  cancellations,
  calendarFiles,
  disputes,
  lateness,
}: Services): BookingHandlers {
  return {
    createHold: ({ actor, body, key }) => holds.create(actor, body, key),
    changeHold: ({ actor, params, body }) => holds.change(actor, params.id, body),
    releaseHold: async ({ actor, params }) => {
      await holds.release(actor, params.id)
      return null
    },
    createBooking: ({ actor, body, key, cookies }) =>
      bookings.create(actor, body, key, cookies.read('browser')),
    confirmBooking: ({ actor, params, key }) => bookings.confirm(actor, params.id, key),
    getBooking: ({ actor, params }) => bookings.read(actor, params.id),
    changeBooking: ({ actor, params, body, key }) =>
      bookingChanges.change(actor, params.id, body, key),
    renewLink: async ({ actor, params }) => {
      await links.renew(actor, params.id)
      return null
    },
    createCalendarTicket: ({ actor, params }) => calendarFiles.createTicket(actor, params.id),
    listMyBookings: ({ actor, query }) => bookingLists.mine(actor, query),
    listDeskBookings: ({ actor, query }) => bookingLists.ofExpert(actor, query),
    getDeskBooking: ({ actor, params }) => bookings.readOfExpert(actor, params.id),
    cancelDeskBookings: async ({ actor, body }) =>
      cancellations.cancelAll(expertsDesk(actor), body),
    findBookings: ({ actor, query }) => bookingLists.find(actor, query),
    sayLate: ({ actor, params, body }) => lateness.say(actor, params.id, body),
    disputeBooking: ({ actor, params, body }) => disputes.send(actor, params.id, body.word),
    listDisputes: ({ actor, query }) => disputes.list(actor, query),
    decideDispute: ({ actor, params, body }) => disputes.decide(actor, params.id, body),
    cancelBookings: async ({ actor, body }) => cancellations.cancelAll(adminsDesk(actor), body),
  }
}
