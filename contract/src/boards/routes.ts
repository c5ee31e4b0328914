import type { Route } from '../route.ts'

export const boardRoutes = {
  getBoard: { method: 'GET', path: '/experts/{slug}/slots' },
} as const satisfies Readonly<Record<string, Route>>
