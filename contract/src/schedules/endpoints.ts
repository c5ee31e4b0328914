import { type EndpointsOf, roleRefusals } from '../endpoint.ts'
import { scheduleRoutes } from './routes.ts'
import { DeskSchedule, ScheduleChange, Conflicts, WhyQuery, Why, TimeZoneRules } from './shapes.ts'

/** An expert’s own hours and rules, and the rules of the zones that they stand on. */
export const scheduleEndpoints = {
  getSchedule: {
    ...scheduleRoutes.getSchedule,
    summary: 'Read your own hours and rules',
    response: DeskSchedule,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  changeSchedule: {
    ...scheduleRoutes.changeSchedule,
    summary: 'Change your own hours and rules',
    body: ScheduleChange,
    response: DeskSchedule,
    status: 200,
    personal: true,
    problems: [...roleRefusals, 'stale_version'],
  },
  listConflicts: {
    ...scheduleRoutes.listConflicts,
    summary: 'List booked sessions that no longer fit the schedule',
    response: Conflicts,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  explainStart: {
    ...scheduleRoutes.explainStart,
    summary: 'Ask why a session can or cannot start at a time',
    query: WhyQuery,
    response: Why,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  getTimeZoneRules: {
    ...scheduleRoutes.getTimeZoneRules,
    summary: 'Read which time-zone rules this server uses, and whether newer ones are known',
    response: TimeZoneRules,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
} as const satisfies EndpointsOf<typeof scheduleRoutes>
