import type {
  AdminReview,
  AdminReviewsQuery,
  ReviewDecision,
} from '@expertconnect/contract/reviews/shapes'
import type { Actor } from '../../base/actor.ts'
import { readTimePlace, writeTimePlace } from '../../base/cursors.ts'
import { demandAdmin } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import type { Review } from '../../domain/reviews/review.ts'
import { entryOf } from '../audit/trail.ts'
import { reasonNeeded } from '../bookings/cancellations.ts'
import { expertOf } from '../experts/find.ts'
import { presentAdminReview } from './present.ts'

const perPage = 50

/** What anybody says against a review, and what administrators make of it. */
export function createReviewDecisions(deps: Deps) {
  const { storage, clock } = deps

  async function find(id: string): Promise<Review> {
    const review = await storage.reviews.find(id)
    if (!review) throw new Refused('not_found')
    return review
  }

  async function present(review: Review): Promise<AdminReview> {
    return presentAdminReview(review, await expertOf(storage, review.expertId))
  }

  return {
    /** The first reason is kept; of later ones, that they came. A hidden review exists for nobody. */
    async report(id: string, reason: string): Promise<void> {
      for (;;) {
        const review = await find(id)
        if (review.hidden) throw new Refused('not_found')
        const { report = { reason, at: clock(), count: 0 } } = review
        const next = {
          ...review,
          version: review.version + 1,
          report: { ...report, count: report.count + 1 },
        }
        if ((await storage.reviews.change(next)) === 'done') return
      }
    },

    async list(
      actor: Actor,
      { show = 'reported', cursor, limit = perPage }: AdminReviewsQuery,
    ): Promise<{ items: AdminReview[]; nextCursor?: string }> {
      demandAdmin(actor)
      const asked = { show, after: readTimePlace(cursor), limit }
      const { items, next } = await storage.reviews.listAll(asked)
      return {
        items: await Promise.all(items.map(present)),
        ...(next ? { nextCursor: writeTimePlace(next) } : {}),
      }
    },

    /** Either way what was said against it is settled. */
    async decide(
      actor: Actor,
      id: string,
      { version, state, reason = '' }: ReviewDecision,
    ): Promise<AdminReview> {
      const admin = demandAdmin(actor)
      const { report: _report, hidden, ...review } = await find(id)
      if (review.version !== version) throw new Refused('stale_version')
      if (state === 'hidden' && reason === '') throw reasonNeeded('#/reason', 'Please say why')
      const next: Review = {
        ...review,
        version: version + 1,
        ...(state === 'hidden' ? { hidden: { reason, at: clock(), by: admin.email } } : {}),
      }
      const expert = await expertOf(storage, review.expertId)
      const action = state === 'hidden' ? 'review_hidden' : hidden ? 'review_shown' : 'review_kept'
      const subject = { id, name: `Review of ${expert.name}` }
      const entry = entryOf(deps, admin, action, subject, reason || undefined)
      if ((await storage.reviews.change(next, entry)) !== 'done') throw new Refused('stale_version')
      return presentAdminReview(next, expert)
    },
  }
}
