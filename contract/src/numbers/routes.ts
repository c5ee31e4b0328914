import type { Route } from '../route.ts'

export const numberRoutes = {
  getDeskNumbers: { method: 'GET', path: '/desk/numbers' },
  getAdminNumbers: { method: 'GET', path: '/admin/numbers' },
} as const satisfies Readonly<Record<string, Route>>
