import * as z from 'zod/mini'
import { Application } from './admin.ts'
import { Booking } from './bookings/shapes.ts'
import { Person, SignedInBrowser } from './people/shapes.ts'
import { Instant } from './primitives.ts'

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
