import type { sourceRoutes } from '@expertconnect/contract/calendars/source-routes'
import type { Services } from '../../services/services.ts'
import type { Handlers } from './handler.ts'

type CalendarHandlers = Pick<Handlers, keyof typeof sourceRoutes>

/** The calendars that experts have elsewhere. */
export function createCalendarHandlers(services: Services): CalendarHandlers {
  const { calendarSources, calendarAccounts } = services
  return {
    listCalendarSources: ({ actor }) => calendarSources.list(actor),
    addCalendarSource: ({ actor, body }) => calendarSources.add(actor, body),
    findCalendars: ({ actor, body }) => calendarAccounts.find(actor, body),
    changeCalendarSource: ({ actor, params, body }) =>
      calendarSources.change(actor, params.id, body),
    removeCalendarSource: async ({ actor, params }) => {
      await calendarSources.remove(actor, params.id)
      return null
    },
    checkCalendarSource: ({ actor, params }) => calendarSources.check(actor, params.id),
    listBusyTimes: ({ actor, query }) => calendarSources.busyTimes(actor, query),
  }
}
