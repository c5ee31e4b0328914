import type { Route } from '../route.ts'

export const auditRoutes = {
  listAudit: { method: 'GET', path: '/admin/audit' },
} as const satisfies Readonly<Record<string, Route>>
