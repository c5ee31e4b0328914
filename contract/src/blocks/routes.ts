import type { Route } from '../route.ts'

export const blockRoutes = {
  getDeskOrigin: { method: 'GET', path: '/desk/bookings/{id}/origin' },
  getOrigin: { method: 'GET', path: '/admin/bookings/{id}/origin' },
  listDeskBlocks: { method: 'GET', path: '/desk/blocks' },
  makeDeskBlock: { method: 'POST', path: '/desk/blocks' },
  removeDeskBlock: { method: 'DELETE', path: '/desk/blocks/{id}' },
  listBlocks: { method: 'GET', path: '/admin/blocks' },
  makeBlock: { method: 'POST', path: '/admin/blocks' },
  removeBlock: { method: 'DELETE', path: '/admin/blocks/{id}' },
  reportBooking: { method: 'POST', path: '/desk/bookings/{id}/reports' },
  listReports: { method: 'GET', path: '/admin/reports' },
  decideReport: { method: 'PATCH', path: '/admin/reports/{id}' },
} as const satisfies Readonly<Record<string, Route>>
