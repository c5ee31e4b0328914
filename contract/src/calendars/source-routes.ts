import type { Route } from '../route.ts'

export const sourceRoutes = {
  listCalendarSources: { method: 'GET', path: '/desk/calendars' },
  addCalendarSource: { method: 'POST', path: '/desk/calendars' },
  findCalendars: { method: 'POST', path: '/desk/calendar-search' },
  changeCalendarSource: { method: 'PATCH', path: '/desk/calendars/{id}' },
  removeCalendarSource: { method: 'DELETE', path: '/desk/calendars/{id}' },
  checkCalendarSource: { method: 'POST', path: '/desk/calendars/{id}/check' },
  listBusyTimes: { method: 'GET', path: '/desk/busy-times' },
} as const satisfies Readonly<Record<string, Route>>
