import { type Session, sessionEnd } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { SignedIn } from '../port/people.ts'

export function hasEnded({ session, person }: SignedIn, now: Instant): boolean {
  return now >= sessionEnd(session, person.isAdmin)
}

/** When it ends whatever its person may do by then: that of an administrator ends sooner. */
export function latestEnd(session: Pick<Session, 'startedAt' | 'seenAt'>): Instant {
  return sessionEnd(session, false)
}
