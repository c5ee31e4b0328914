import * as z from 'zod/mini'
import { Booking } from '../bookings/shapes.ts'
import { Application } from '../experts/shapes.ts'
import { cursor, pageSize, searchWords } from '../paging.ts'
import { CustomerEmail, Id, Instant } from '../primitives.ts'

export const SignInStart = z.object({
  email: CustomerEmail,
  /** What is kept until this address is proved: the mail says so, and its link leads there. */
  bookingId: z.optional(Id),
})
export type SignInStart = z.infer<typeof SignInStart>

/** The same for every address: whether it is known cannot be found out. */
export const SignInStarted = z.object({ expiresAt: Instant })

const Code = z.string().check(
  z.overwrite((typed) => typed.replaceAll(/[\s-]/g, '')),
  z.regex(/^\d{8}$/, 'The code has eight digits'),
)

/** A code proves the address in the browser that asked. A link does too; elsewhere it needs the address as well. */
export const SignInProof = z.union([
  z.object({
    code: Code,
    link: z.optional(z.never()),
  }),
  z.object({
    link: z.string().check(z.regex(/^[\w-]{43}$/, 'This link is not complete')),
    email: z.optional(CustomerEmail),
    code: z.optional(z.never()),
  }),
])
export type SignInProof = z.infer<typeof SignInProof>

const roles = ['expert', 'admin'] as const

export const Person = z.object({
  id: z.string(),
  email: z.string(),
  /** Everybody is a customer; these come on top. */
  roles: z.array(z.enum(roles)),
  /** The expert that this person is. */
  expertId: z.nullable(z.string()),
})
export type Person = z.infer<typeof Person>

/** `null`: nobody is signed in. */
export const Me = z.object({ person: z.nullable(Person) })

/** A browser in which this person is signed in. */
export const SignedInBrowser = z.object({
  id: z.string(),
  device: z.string(),
  startedAt: Instant,
  seenAt: Instant,
  /** The one that asks. */
  current: z.boolean(),
})
export const SignedInBrowsers = z.object({ items: z.array(SignedInBrowser) })

/** Both addresses are written to; each code proves one of them. */
export const AddressChange = z.object({ email: CustomerEmail })
export const AddressProof = z.object({ currentCode: Code, newCode: Code })
export type AddressProof = z.infer<typeof AddressProof>

export const AdminPerson = z.extend(Person, {
  /** The name of the expert that this person is. */
  expertName: z.nullable(z.string()),
  createdAt: Instant,
})
export type AdminPerson = z.infer<typeof AdminPerson>

export const AdminPeopleQuery = z.object({
  query: searchWords,
  cursor,
  limit: z.optional(pageSize(100)),
  role: z.optional(z.enum(['all', 'expert', 'admin'])),
})
export type AdminPeopleQuery = z.infer<typeof AdminPeopleQuery>

/** Needs a proof of one's address that is not older than ten minutes. */
export const RoleChange = z.object({ isAdmin: z.boolean() })

/** All that is kept about a person, for them to take away. */
export const PersonalData = z.object({
  exportedAt: Instant,
  person: z.extend(Person, { createdAt: Instant }),
  sessions: z.array(SignedInBrowser),
  bookings: z.array(Booking),
  /** To become an expert. */
  applications: z.array(Application),
})
export type PersonalData = z.infer<typeof PersonalData>
