import * as z from 'zod/mini'
import { CustomerEmail } from './bookings/shapes.ts'
import { DeskExpert, profileFields } from './schedules/shapes.ts'
import { Person } from './people/shapes.ts'
import { Id, Instant, line, Slug, text } from './primitives.ts'

const search = {
  /** Words or the beginning of an address; bookings by their id as well. */
  query: z.optional(z.string().check(z.maxLength(254))),
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
}

export const AdminExpert = z.extend(DeskExpert, {
  /** With which address this expert signs in. */
  email: z.nullable(z.string()),
})
export type AdminExpert = z.infer<typeof AdminExpert>

export const AdminExpertsQuery = z.object({
  ...search,
  show: z.optional(z.enum(['all', 'listed', 'unlisted'])),
})
export type AdminExpertsQuery = z.infer<typeof AdminExpertsQuery>

/** Makes an expert who is not listed yet and invites them to their desk by mail. */
export const Invitation = z.object({
  email: CustomerEmail,
  name: line(120, 'Please give a name'),
  category: Slug,
})
export type Invitation = z.infer<typeof Invitation>

export const AdminExpertChange = z.object({
  version: z.int().check(z.gte(1)),
  ...profileFields,
  listed: z.optional(z.boolean()),
})
export type AdminExpertChange = z.infer<typeof AdminExpertChange>

/** A Lucide icon's name. */
const icon = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'Expected an icon name such as palette'))
const categoryName = line(60, 'Please name the category')

export const CategoryInput = z.object({ slug: Slug, name: categoryName, icon })
export type CategoryInput = z.infer<typeof CategoryInput>
export const CategoryChange = z.object({ name: categoryName, icon })
export type CategoryChange = z.infer<typeof CategoryChange>

export const AdminBookingsQuery = z.object({
  ...search,
  scope: z.optional(z.enum(['all', 'upcoming', 'past', 'cancelled'])),
})
export type AdminBookingsQuery = z.infer<typeof AdminBookingsQuery>

export const AdminPerson = z.extend(Person, {
  /** The name of the expert that this person is. */
  expertName: z.nullable(z.string()),
  createdAt: Instant,
})
export type AdminPerson = z.infer<typeof AdminPerson>

export const AdminPeopleQuery = z.object({
  ...search,
  role: z.optional(z.enum(['all', 'expert', 'admin'])),
})
export type AdminPeopleQuery = z.infer<typeof AdminPeopleQuery>

/** Needs a proof of one's address that is not older than ten minutes. */
export const RoleChange = z.object({ isAdmin: z.boolean() })

export const applicationStates = ['waiting', 'approved', 'declined'] as const

export const ApplicationInput = z.object({
  email: CustomerEmail,
  name: line(120, 'Please tell us your name'),
  headline: line(160, 'Please say in a line what you help with'),
  category: Slug,
  bio: text(4000).check(z.minLength(1, 'Please tell us about yourself')),
})
export type ApplicationInput = z.infer<typeof ApplicationInput>

export const Application = z.extend(ApplicationInput, {
  id: Id,
  state: z.enum(applicationStates),
  sentAt: Instant,
  decidedAt: z.optional(Instant),
  /** Why it was declined; told to the applicant. */
  reason: z.optional(z.string()),
})
export type Application = z.infer<typeof Application>

export const ApplicationsQuery = z.object({
  ...search,
  state: z.optional(z.enum(applicationStates)),
})
export type ApplicationsQuery = z.infer<typeof ApplicationsQuery>

/** Approving makes an expert who is not listed yet, and tells them by mail how to reach their desk. */
export const Decision = z.object({
  state: z.enum(['approved', 'declined']),
  reason: z.optional(text(500)),
})
export type Decision = z.infer<typeof Decision>

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

export const AuditQuery = z.object({ cursor: search.cursor, limit: search.limit })
export type AuditQuery = z.infer<typeof AuditQuery>
