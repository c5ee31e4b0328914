import type {
  Application as ApplicationView,
  DeskExpert,
  Expert as ExpertView,
} from '@expertconnect/contract/experts/shapes'
import type { Application } from '../../domain/experts/application.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { formatInstant } from '../../domain/time/instant.ts'

/** As everybody sees them. */
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

/** As they themselves see them. */
export function presentDeskExpert(expert: Expert, currency: string): DeskExpert {
  return { ...presentStaffExpert(expert, currency), meetingUrl: expert.meetingUrl }
}

/** As they themselves and administrators see them. */
export function presentStaffExpert(
  expert: Expert,
  currency: string,
): Omit<DeskExpert, 'meetingUrl'> {
  return {
    ...presentExpert(expert, currency),
    version: expert.version,
    listed: expert.listed,
    paused: expert.schedule.paused,
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
