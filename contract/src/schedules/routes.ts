import type { Route } from '../route.ts'

export const scheduleRoutes = {
  getSchedule: { method: 'GET', path: '/desk/schedule' },
  changeSchedule: { method: 'PATCH', path: '/desk/schedule' },
  listConflicts: { method: 'GET', path: '/desk/conflicts' },
  getTimeZoneRules: { method: 'GET', path: '/admin/time-zone-rules' },
  explainStart: { method: 'GET', path: '/desk/why' },
} as const satisfies Readonly<Record<string, Route>>
