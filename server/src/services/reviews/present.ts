import type {
  AdminReview,
  PartyReview,
  Review as ReviewView,
} from '@expertconnect/contract/reviews/shapes'
import type { Expert } from '../../domain/experts/expert.ts'
import { editableUntil, type Review } from '../../domain/reviews/review.ts'
import { formatInstant } from '../../domain/time/instant.ts'

/** As everybody reads it. */
export function presentReview({
  id,
  rating,
  text,
  author,
  writtenAt,
  editedAt,
  answer,
}: Review): ReviewView {
  return {
    id,
    rating,
    ...(text ? { text } : {}),
    author,
    writtenAt: formatInstant(writtenAt),
    ...(editedAt === undefined ? {} : { editedAt: formatInstant(editedAt) }),
    ...(answer ? { answer: { ...answer, writtenAt: formatInstant(answer.writtenAt) } } : {}),
  }
}

/** As its writer and its expert read it. */
export function presentPartyReview(review: Review): PartyReview {
  const { version, hidden } = review
  return {
    ...presentReview(review),
    version,
    editableUntil: formatInstant(editableUntil(review)),
    ...(hidden ? { hidden: { reason: hidden.reason } } : {}),
  }
}

export function presentAdminReview(
  review: Review,
  { id, slug, name }: Pick<Expert, 'id' | 'slug' | 'name'>,
): AdminReview {
  const { bookingId, hidden, report } = review
  const { hidden: _hidden, ...shown } = presentPartyReview(review)
  return {
    ...shown,
    expert: { id, slug, name },
    ...(bookingId === undefined ? {} : { bookingId }),
    ...(hidden ? { hidden: { ...hidden, at: formatInstant(hidden.at) } } : {}),
    ...(report ? { report: { ...report, at: formatInstant(report.at) } } : {}),
  }
}
