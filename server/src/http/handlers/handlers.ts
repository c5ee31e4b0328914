import type { Services } from '../../services/services.ts'
import { createBlockHandlers } from './blocks.ts'
import { createBookingHandlers } from './bookings.ts'
import { createCalendarHandlers } from './calendars.ts'
import { createCallHandlers } from './calls.ts'
import { createExpertHandlers } from './experts.ts'
import { createFeedHandlers } from './feeds.ts'
import type { Handlers } from './handler.ts'
import { createMessageHandlers } from './messages.ts'
import { createPeopleHandlers } from './people.ts'
import { createReviewHandlers } from './reviews.ts'
import { createScheduleHandlers } from './schedules.ts'

/** Endpoint by endpoint, which service answers. Forgetting one does not compile. */
export function createHandlers(services: Services): Handlers {
  return {
    ...createBookingHandlers(services),
    ...createBlockHandlers(services),
    ...createCalendarHandlers(services),
    ...createCallHandlers(services),
    ...createFeedHandlers(services),
    ...createMessageHandlers(services),
    ...createReviewHandlers(services),
    ...createScheduleHandlers(services),
    ...createExpertHandlers(services),
    ...createPeopleHandlers(services),
    getNotes: ({ actor, params }) => services.notes.read(actor, params.id),
    saveNotes: ({ actor, params, body }) => services.notes.save(actor, params.id, body),
    getDeskNumbers: ({ actor, query }) => services.numbers.ofExpert(actor, query),
    getAdminNumbers: ({ actor, query }) => services.numbers.ofAll(actor, query),
    getCallHealth: ({ actor }) => services.callHealth.read(actor),
    exportAudit: ({ actor, query }) => services.auditTrail.file(actor, query),
    listAudit: ({ actor, query }) => services.auditTrail.list(actor, query),
  }
}
