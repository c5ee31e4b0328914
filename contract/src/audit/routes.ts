import type { Route } from '../route.ts'

export const auditRoutes = {
  listAudit: { method: 'GET', path: '/admin/audit' },
  exportAudit: { method: 'GET', path: '/admin/audit/export' },
} as const satisfies Readonly<Record<string, Route>>
