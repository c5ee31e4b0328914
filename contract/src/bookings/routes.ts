import type { Route } from '../route.ts'

export const bookingRoutes = {
  createHold: { method: 'POST', path: '/holds' },
  changeHold: { method: 'PATCH', path: '/holds/{id}' },
  releaseHold: { method: 'DELETE', path: '/holds/{id}' },
  createBooking: { method: 'POST', path: '/bookings' },
  confirmBooking: { method: 'POST', path: '/bookings/{id}/confirmation' },
  getBooking: { method: 'GET', path: '/bookings/{id}' },
  changeBooking: { method: 'PATCH', path: '/bookings/{id}' },
  renewLink: { method: 'POST', path: '/bookings/{id}/link' },
  sayLate: { method: 'PUT', path: '/bookings/{id}/late' },
  disputeBooking: { method: 'POST', path: '/bookings/{id}/disputes' },
  createCalendarTicket: { method: 'POST', path: '/bookings/{id}/calendar-ticket' },
  listMyBookings: { method: 'GET', path: '/bookings' },
  listDeskBookings: { method: 'GET', path: '/desk/bookings' },
  getDeskBooking: { method: 'GET', path: '/desk/bookings/{id}' },
  cancelDeskBookings: { method: 'POST', path: '/desk/bookings/cancellations' },
  findBookings: { method: 'GET', path: '/admin/bookings' },
  listDisputes: { method: 'GET', path: '/admin/disputes' },
  decideDispute: { method: 'PATCH', path: '/admin/disputes/{id}' },
  cancelBookings: { method: 'POST', path: '/admin/bookings/cancellations' },
} as const satisfies Readonly<Record<string, Route>>
