import type { EndpointName, Endpoints } from '@expertconnect/contract/endpoints'

/**
 * Where each call goes. The contract's table carries the schemas of all answers, which a browser need not download;
 * the type makes any difference to that table a compile error.
 */
export const routes: { readonly [N in EndpointName]: Pick<Endpoints[N], 'method' | 'path'> } = {
  listCategories: { method: 'GET', path: '/categories' },
  searchExperts: { method: 'GET', path: '/experts' },
  getExpert: { method: 'GET', path: '/experts/{slug}' },
  getBoard: { method: 'GET', path: '/experts/{slug}/slots' },
  listReviews: { method: 'GET', path: '/experts/{slug}/reviews' },
  createHold: { method: 'POST', path: '/holds' },
  changeHold: { method: 'PATCH', path: '/holds/{id}' },
  releaseHold: { method: 'DELETE', path: '/holds/{id}' },
  createBooking: { method: 'POST', path: '/bookings' },
  getBooking: { method: 'GET', path: '/bookings/{id}' },
  changeBooking: { method: 'PATCH', path: '/bookings/{id}' },
  listMyBookings: { method: 'GET', path: '/bookings' },
  startSignIn: { method: 'POST', path: '/auth/start' },
  proveSignIn: { method: 'POST', path: '/auth/verify' },
  getMe: { method: 'GET', path: '/auth/me' },
  signOut: { method: 'POST', path: '/auth/sign-out' },
  listSessions: { method: 'GET', path: '/auth/sessions' },
  endSession: { method: 'DELETE', path: '/auth/sessions/{id}' },
  createCalendarTicket: { method: 'POST', path: '/bookings/{id}/calendar-ticket' },
}
