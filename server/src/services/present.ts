import type { Booking, Hold } from '@expertconnect/contract/bookings'
import type { Expert as ExpertView } from '@expertconnect/contract/experts'
import type { Person as PersonView } from '@expertconnect/contract/people'
import type { Person } from '../domain/person.ts'
import type { HeldRecord, SessionRecord } from '../domain/booking.ts'
import { allowedActions, changeableUntil, roomOpensAt, statusOf } from '../domain/booking-policy.ts'
import type { Expert } from '../domain/expert.ts'
import { formatInstant, type Instant } from '../domain/instant.ts'
import { priceOf } from '../domain/money.ts'

/** The only place where records become what the interface shows. */
export function presentExpert(expert: Expert, currency: string): ExpertView {
  const { schedule } = expert
  return {
    id: expert.id,
    slug: expert.slug,
    name: expert.name,
    headline: expert.headline,
    bio: expert.bio,
    bring: [...expert.bring],
    category: expert.category,
    skills: [...expert.skills],
    languages: [...expert.languages],
    rating: expert.rating,
    hourlyRate: { amount: expert.hourlyRate, currency },
    sessionLengths: [...schedule.sessionLengths],
    policy: schedule.policy,
    timeZone: schedule.timeZone,
    photoUrl: expert.photoUrl,
    nextFreeAt: expert.nextFreeAt === null ? null : formatInstant(expert.nextFreeAt),
  }
}

export function presentHold(hold: HeldRecord, token: string, now: Instant): Hold {
  return {
    id: hold.id,
    token,
    version: hold.version,
    startsAt: formatInstant(hold.startsAt),
    endsAt: formatInstant(hold.endsAt),
    expiresAt: formatInstant(hold.expiresAt),
    renewable: !hold.renewed,
    now: formatInstant(now),
  }
}

/** As the customer sees it. A replayed answer is presented as of `now` = the instant of the first one. */
export function presentBooking(record: SessionRecord, expert: Expert, now: Instant): Booking {
  const { phone, ...customer } = record.customer
  return {
    id: record.id,
    version: record.version,
    status: statusOf(record, now),
    expert: {
      id: expert.id,
      slug: expert.slug,
      name: expert.name,
      headline: expert.headline,
      photoUrl: expert.photoUrl,
      timeZone: expert.schedule.timeZone,
    },
    startsAt: formatInstant(record.startsAt),
    endsAt: formatInstant(record.endsAt),
    minutes: record.minutes,
    price: { amount: priceOf(record.hourlyRate, record.minutes), currency: record.currency },
    ...(record.topic ? { topic: record.topic } : {}),
    customer: phone ? { ...customer, phone } : customer,
    timeZone: record.timeZone,
    createdAt: formatInstant(record.bookedAt),
    changeableUntil: formatInstant(changeableUntil(record)),
    roomOpensAt: formatInstant(roomOpensAt(record)),
    ...(record.state === 'cancelled' && record.cancelReason
      ? { cancelReason: record.cancelReason }
      : {}),
    allowedActions: allowedActions(record, now),
  }
}

export function presentPerson({ id, email, isAdmin, expertId }: Person): PersonView {
  const roles: PersonView['roles'] = []
  if (expertId !== null) roles.push('expert')
  if (isAdmin) roles.push('admin')
  return { id, email, roles, expertId }
}
