import * as z from 'zod/mini'
import { Booking } from '../bookings/shapes.ts'
import { Application } from '../experts/shapes.ts'
import { Feed } from '../calendars/feed-shapes.ts'
import { cursor, pageSize, searchWords } from '../paging.ts'
import { CustomerEmail, Id, Instant, line } from '../primitives.ts'
import { KeptNotes } from '../notes/shapes.ts'
import { PartyReview } from '../reviews/shapes.ts'

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
export const Me = z.object({
  person: z.nullable(Person),
  /** Administers, and has no passkey yet. */
  lacksPasskey: z.optional(z.literal(true)),
})
export type Me = z.infer<typeof Me>

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

export const Passkey = z.object({
  id: Id,
  /** By which its owner knows it. */
  name: z.string(),
  addedAt: Instant,
  /** `null`: never yet. */
  usedAt: z.nullable(Instant),
})
export type Passkey = z.infer<typeof Passkey>
export const Passkeys = z.object({ items: z.array(Passkey) })

const bytes = z.string().check(z.regex(/^[\w-]{1,20000}$/, 'Expected base64url'))
const credential = { id: bytes, rawId: bytes, type: z.literal('public-key') }
const Credential = z.object({
  id: z.string(),
  type: z.literal('public-key'),
  transports: z.array(z.string()),
})

/** What a browser asks a device for (`PublicKeyCredentialRequestOptionsJSON` of WebAuthn). */
export const PasskeyQuestion = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.number(),
  userVerification: z.literal('required'),
})

/** What a browser has a device make (`PublicKeyCredentialCreationOptionsJSON` of WebAuthn). */
export const PasskeyOffer = z.object({
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  pubKeyCredParams: z.array(z.object({ alg: z.number(), type: z.literal('public-key') })),
  timeout: z.number(),
  excludeCredentials: z.array(Credential),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
})

/** What the device signed. */
export const PasskeyProof = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: z.optional(bytes),
  }),
})
export type PasskeyProof = z.infer<typeof PasskeyProof>

/** What the device made, and by which name its owner will know it. */
export const NewPasskey = z.object({
  name: line(60, 'Please give it a name'),
  credential: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: bytes,
      attestationObject: bytes,
      transports: z.optional(z.array(z.string().check(z.maxLength(32))).check(z.maxLength(10))),
    }),
  }),
})
export type NewPasskey = z.infer<typeof NewPasskey>

/** All that is kept about a person, for them to take away. */
export const PersonalData = z.object({
  exportedAt: Instant,
  person: z.extend(Person, { createdAt: Instant }),
  sessions: z.array(SignedInBrowser),
  /** Left out by servers of older versions. */
  passkeys: z.optional(z.array(Passkey)),
  bookings: z.array(Booking),
  /** To become an expert. */
  applications: z.array(Application),
  /** What they wrote about sessions. Left out by servers of older versions. */
  reviews: z.optional(z.array(PartyReview)),
  /** What they noted for themselves about sessions. Left out by servers of older versions. */
  notes: z.optional(z.array(KeptNotes)),
  /** Left out by servers of older versions. */
  calendarFeeds: z.optional(z.array(z.omit(Feed, { url: true }))),
})
export type PersonalData = z.infer<typeof PersonalData>
