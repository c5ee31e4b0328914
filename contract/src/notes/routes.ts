import type { Route } from '../route.ts'

/** As many characters one side may note about one session. */
export const longestNotes = 10_000

export const noteRoutes = {
  getNotes: { method: 'GET', path: '/bookings/{id}/notes' },
  saveNotes: { method: 'PUT', path: '/bookings/{id}/notes' },
} as const satisfies Readonly<Record<string, Route>>
