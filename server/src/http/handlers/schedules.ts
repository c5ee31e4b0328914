import type { Services } from '../../services/services.ts'
import type { Handlers } from './handler.ts'

type DeskHandlers = Pick<
  Handlers,
  | 'getSchedule'
  | 'changeSchedule'
  | 'listConflicts'
  | 'explainStart'
  | 'listDeskBookings'
  | 'getDeskBooking'
>

/** An expert's hours and sessions. */
export function createDeskHandlers({
  deskBookings,
  deskSchedule,
  explanations,
}: Services): DeskHandlers {
  return {
    getSchedule: ({ actor }) => deskSchedule.read(actor),
    changeSchedule: ({ actor, body }) => deskSchedule.change(actor, body),
    listConflicts: ({ actor }) => explanations.conflicts(actor),
    explainStart: ({ actor, query }) => explanations.why(actor, query),
    listDeskBookings: ({ actor, query }) => deskBookings.list(actor, query),
    getDeskBooking: ({ actor, params }) => deskBookings.read(actor, params.id),
  }
}
