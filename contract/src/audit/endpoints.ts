import { type EndpointsOf, roleRefusals } from '../endpoint.ts'
import { page } from '../paging.ts'
import { auditRoutes } from './routes.ts'
import { AuditEntry, AuditQuery } from './shapes.ts'

/** What administrators did. Every change of theirs is in it. */
export const auditEndpoints = {
  listAudit: {
    ...auditRoutes.listAudit,
    summary: 'Read who changed what as an administrator',
    query: AuditQuery,
    response: page(AuditEntry),
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
} as const satisfies EndpointsOf<typeof auditRoutes>
