import { type EndpointsOf, roleRefusals } from '../endpoint.ts'
import { page } from '../paging.ts'
import { auditRoutes } from './routes.ts'
import { AuditEntry, AuditExportQuery, AuditPart, AuditQuery } from './shapes.ts'

/** What administrators did, who signed in, and who was refused. */
export const auditEndpoints = {
  listAudit: {
    ...auditRoutes.listAudit,
    summary: 'Read the audit log',
    query: AuditQuery,
    response: page(AuditEntry),
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  exportAudit: {
    ...auditRoutes.exportAudit,
    summary: 'Download the audit log as CSV or JSON lines, part by part',
    query: AuditExportQuery,
    response: AuditPart,
    status: 200,
    personal: true,
    problems: [...roleRefusals, 'fresh_proof_needed'],
  },
} as const satisfies EndpointsOf<typeof auditRoutes>
