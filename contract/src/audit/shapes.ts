import * as z from 'zod/mini'
import { cursor, pageSize } from '../paging.ts'
import { Id, Instant } from '../primitives.ts'

export const auditActions = [
  'expert_invited',
  'expert_changed',
  'expert_listed',
  'expert_hidden',
  'category_made',
  'category_changed',
  'category_removed',
  'booking_cancelled',
  'admin_made',
  'admin_removed',
  'application_approved',
  'application_declined',
] as const
export type AuditAction = (typeof auditActions)[number]

/** One administrative change, written in the same commit as the change itself. */
export const AuditEntry = z.object({
  id: Id,
  at: Instant,
  /** The administrator's address; `command` for `npm run admin`, `ADMIN_EMAIL` for the variable. */
  by: z.string(),
  action: z.enum(auditActions),
  subject: z.object({ id: z.string(), name: z.string() }),
  /** What changed, in a line. */
  detail: z.optional(z.string()),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditQuery = z.object({ cursor, limit: z.optional(pageSize(100)) })
export type AuditQuery = z.infer<typeof AuditQuery>
