import type { Route } from '../route.ts'

/** Whose sessions a feed is of: those that somebody booked, or those that they give. */
export const feedSides = ['customer', 'expert'] as const
export type FeedSide = (typeof feedSides)[number]

export const feedRoutes = {
  getFeed: { method: 'GET', path: '/auth/calendar-feeds/{side}' },
  openFeed: { method: 'PUT', path: '/auth/calendar-feeds/{side}' },
  closeFeed: { method: 'DELETE', path: '/auth/calendar-feeds/{side}' },
} as const satisfies Readonly<Record<string, Route>>
