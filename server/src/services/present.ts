import type {
  Application as ApplicationView,
  DeskExpert,
  Expert as ExpertView,
} from '@expertconnect/contract/experts/shapes'
import type { Booking, Hold } from '@expertconnect/contract/bookings/shapes'
import type { DeskSchedule } from '@expertconnect/contract/schedules/shapes'
import type { Person as PersonView, SignedInBrowser } from '@expertconnect/contract/people/shapes'
import type * as z from 'zod/mini'
import type { Application } from '../domain/application.ts'
import type { Person, Session } from '../domain/person.ts'
import type { CancelledRecord, HeldRecord, Proposal, SessionRecord } from '../domain/booking.ts'
import { allowedActions, changeableUntil, roomOpensAt, statusOf } from '../domain/booking-policy.ts'
import type { Expert } from '../domain/expert.ts'
import { formatInstant, type Instant } from '../domain/instant.ts'
import { priceOf } from '../domain/money.ts'
import type { Schedule, WallWindow } from '../domain/schedule.ts'
import { wallClock } from '../domain/schedule-change.ts'
import type { Parties } from './parties.ts'

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

export function presentSchedule({ busy: _busy, ...schedule }: Schedule): DeskSchedule {
  const { weekly, exceptions } = schedule
  return {
    ...schedule,
    weekly: {
      1: presentHours(weekly[1]),
      2: presentHours(weekly[2]),
      3: presentHours(weekly[3]),
      4: presentHours(weekly[4]),
      5: presentHours(weekly[5]),
      6: presentHours(weekly[6]),
      7: presentHours(weekly[7]),
    },
    exceptions: Object.entries(exceptions)
      .map(([date, windows]) => ({ date, hours: presentHours(windows) }))
      .toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    sessionLengths: [...schedule.sessionLengths],
  }
}

function presentHours(windows: readonly WallWindow[]) {
  return windows.map(({ from, to }) => ({ from: wallClock(from), to: wallClock(to) }))
}

/** As they themselves and administrators see them. */
export function presentDeskExpert(expert: Expert, currency: string): DeskExpert {
  return {
    ...presentExpert(expert, currency),
    version: expert.version,
    listed: expert.listed,
    paused: expert.schedule.paused,
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

/**
 * As the first of `seenBy` sees it, with what all of them may do. A replayed answer is presented as of `now` = the
 * instant of the first one.
 */
export function presentBooking(
  record: SessionRecord,
  expert: Expert,
  now: Instant,
  seenBy: Parties,
): Booking {
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
    ...(record.state === 'cancelled' ? presentCancellation(record) : {}),
    ...(record.state === 'booked' && record.proposal
      ? { proposal: presentProposal(record.proposal) }
      : {}),
    seenAs: seenBy[0],
    allowedActions: allowedActions(record, seenBy, now),
  }
}

function presentCancellation({ cancelledBy, cancelReason }: CancelledRecord) {
  return { cancelledBy, ...(cancelReason ? { cancelReason } : {}) }
}

function presentProposal({ startsAt, endsAt, minutes, note, proposedAt }: Proposal) {
  return {
    startsAt: formatInstant(startsAt),
    endsAt: formatInstant(endsAt),
    minutes,
    ...(note ? { note } : {}),
    proposedAt: formatInstant(proposedAt),
  }
}

export function presentPerson({ id, email, isAdmin, expertId }: Person): PersonView {
  const roles: PersonView['roles'] = []
  if (expertId !== null) roles.push('expert')
  if (isAdmin) roles.push('admin')
  return { id, email, roles, expertId }
}

/** `current`: the session that asks. */
export function presentBrowser(
  { id, device, startedAt, seenAt }: Session,
  current: string | undefined,
): z.infer<typeof SignedInBrowser> {
  return {
    id,
    device,
    startedAt: formatInstant(startedAt),
    seenAt: formatInstant(seenAt),
    current: id === current,
  }
}

export function presentApplication({
  sentAt,
  decidedAt,
  reason,
  ...application
}: Application): ApplicationView {
  return {
    ...application,
    sentAt: formatInstant(sentAt),
    ...(decidedAt === undefined ? {} : { decidedAt: formatInstant(decidedAt) }),
    ...(reason === undefined ? {} : { reason }),
  }
}
