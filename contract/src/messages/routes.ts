import type { Route } from '../route.ts'

export const messageRoutes = {
  listBookingMessages: { method: 'GET', path: '/bookings/{id}/messages' },
  sendAgain: { method: 'POST', path: '/bookings/{id}/messages' },
  getMailChoices: { method: 'GET', path: '/desk/mails' },
  chooseMails: { method: 'PUT', path: '/desk/mails' },
  listMessages: { method: 'GET', path: '/admin/messages' },
  retryMessage: { method: 'POST', path: '/admin/messages/{id}/retry' },
} as const satisfies Readonly<Record<string, Route>>
