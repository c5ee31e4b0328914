import * as z from 'zod/mini'
import { cursor, pageSize } from '../paging.ts'
import { Id, Instant } from '../primitives.ts'

/** Beside what administrators do: who signed in and who was refused, and what people did with their ways in. */
const actionsByKind = {
  sign_in: ['signed_in'],
  refusal: ['sign_in_refused'],
  account: [
    'passkey_added',
    'passkey_removed',
    'session_ended',
    'signed_out_everywhere',
    'address_changed',
  ],
} as const
export const auditKinds = ['administration', 'sign_in', 'refusal', 'account'] as const
export type AuditKind = (typeof auditKinds)[number]

export const auditActions = [
  ...actionsByKind.sign_in,
  ...actionsByKind.refusal,
  ...actionsByKind.account,
  'audit_exported',
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
  'block_made',
  'block_removed',
  'booking_reported',
  'report_settled',
  'report_dismissed',
  'review_hidden',
  'review_shown',
  'review_kept',
  'dispute_decided',
] as const
export type AuditAction = (typeof auditActions)[number]

export function auditKindOf(action: AuditAction): AuditKind {
  const found = Object.entries(actionsByKind).find(([, actions]) =>
    (actions as readonly AuditAction[]).includes(action),
  )
  return (found?.[0] as keyof typeof actionsByKind | undefined) ?? 'administration'
}

/** One entry of the log. That of an administrative change is written in the same commit as the change itself. */
export const AuditEntry = z.object({
  id: Id,
  at: Instant,
  /** The address of whoever did it, `stranger` where nobody knows; `command` for `npm run admin`, `ADMIN_EMAIL` for the variable. */
  by: z.string(),
  action: z.enum(auditActions),
  subject: z.object({ id: z.string(), name: z.string() }),
  /** What changed, in a line. */
  detail: z.optional(z.string()),
  /** The browser in words, such as `Firefox on Linux`. */
  device: z.optional(z.string()),
  /** A pseudonym of the network that it came from: the same one for the same network. */
  network: z.optional(z.string()),
})
export type AuditEntry = z.infer<typeof AuditEntry>

const kind = z.optional(z.enum(auditKinds))

export const AuditQuery = z.object({ cursor, limit: z.optional(pageSize(100)), kind })
export type AuditQuery = z.infer<typeof AuditQuery>

export const auditFormats = ['csv', 'jsonl'] as const

export const AuditExportQuery = z.object({ cursor, kind, format: z.enum(auditFormats) })
export type AuditExportQuery = z.infer<typeof AuditExportQuery>

/** A part of the log as the text of a file. The parts in their order are the whole file. */
export const AuditPart = z.object({ text: z.string(), nextCursor: z.optional(z.string()) })
export type AuditPart = z.infer<typeof AuditPart>
