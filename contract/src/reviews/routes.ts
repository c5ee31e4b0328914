import type { Route } from '../route.ts'

export const reviewRoutes = {
  listReviews: { method: 'GET', path: '/experts/{slug}/reviews' },
  reportReview: { method: 'POST', path: '/reviews/{id}/reports' },
  getBookingReview: { method: 'GET', path: '/bookings/{id}/review' },
  writeReview: { method: 'POST', path: '/bookings/{id}/review' },
  changeReview: { method: 'PATCH', path: '/bookings/{id}/review' },
  listDeskReviews: { method: 'GET', path: '/desk/reviews' },
  answerReview: { method: 'PUT', path: '/desk/reviews/{id}/answer' },
  listAdminReviews: { method: 'GET', path: '/admin/reviews' },
  decideReview: { method: 'PATCH', path: '/admin/reviews/{id}' },
} as const satisfies Readonly<Record<string, Route>>
