import type { Route } from '../route.ts'

export const callRoutes = {
  getCall: { method: 'GET', path: '/bookings/{id}/call' },
  reportCall: { method: 'POST', path: '/bookings/{id}/call/reports' },
  getPractice: { method: 'GET', path: '/practice' },
  getCallHealth: { method: 'GET', path: '/admin/calls' },
} as const satisfies Readonly<Record<string, Route>>

/** So long before a session begins its customer is told that the expert is still in the one before, in milliseconds. */
export const heldUpBeforeMs = 60_000

/** How many characters one signal may have: a description of a connection has about 6,000. */
export const longestSignal = 32_768
