import { type EndpointsOf, IdParams, roleRefusals } from '../endpoint.ts'
import { sourceRoutes } from './source-routes.ts'
import {
  AccountInput,
  BusyTimes,
  BusyTimesQuery,
  CalendarSource,
  CalendarSources,
  FoundCalendars,
  SourceChange,
  SourceInput,
} from './source-shapes.ts'

const ofExpert = { status: 200, personal: true } as const

/** The calendars that experts have elsewhere: what is in them keeps visitors from booking. */
export const sourceEndpoints = {
  listCalendarSources: {
    ...sourceRoutes.listCalendarSources,
    ...ofExpert,
    summary: 'List one’s calendars elsewhere, how fresh each is, and what it clashes with',
    response: CalendarSources,
    problems: roleRefusals,
  },
  addCalendarSource: {
    ...sourceRoutes.addCalendarSource,
    ...ofExpert,
    summary:
      'Add a calendar by its private address or an account; one that is there already is answered as it is',
    body: SourceInput,
    response: CalendarSource,
    perHour: 60,
    problems: roleRefusals,
  },
  findCalendars: {
    ...sourceRoutes.findCalendars,
    ...ofExpert,
    summary: 'Find the calendars of an account by CalDAV',
    body: AccountInput,
    response: FoundCalendars,
    perHour: 60,
    problems: roleRefusals,
  },
  changeCalendarSource: {
    ...sourceRoutes.changeCalendarSource,
    ...ofExpert,
    summary:
      'Rename or pause a calendar, and say whether it blocks, what is kept free, and whether bookings go there',
    params: IdParams,
    body: SourceChange,
    response: CalendarSource,
    problems: [...roleRefusals, 'not_found'],
  },
  removeCalendarSource: {
    ...sourceRoutes.removeCalendarSource,
    summary: 'Remove a calendar with all that is known of it',
    params: IdParams,
    response: null,
    status: 204,
    personal: true,
    problems: [...roleRefusals, 'not_found'],
  },
  checkCalendarSource: {
    ...sourceRoutes.checkCalendarSource,
    ...ofExpert,
    summary: 'Have a calendar fetched now; how that went is read from the list',
    params: IdParams,
    response: CalendarSource,
    perHour: 60,
    problems: [...roleRefusals, 'not_found'],
  },
  listBusyTimes: {
    ...sourceRoutes.listBusyTimes,
    ...ofExpert,
    summary: 'Read when one’s other calendars are busy',
    query: BusyTimesQuery,
    response: BusyTimes,
    problems: roleRefusals,
  },
} as const satisfies EndpointsOf<typeof sourceRoutes>
