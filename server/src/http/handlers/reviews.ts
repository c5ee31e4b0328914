import type { reviewRoutes } from '@expertconnect/contract/reviews/routes'
import type { Services } from '../../services/services.ts'
import type { Handlers } from './handler.ts'

type ReviewHandlers = Pick<Handlers, keyof typeof reviewRoutes>

/** What customers say about sessions that took place, and the answers to it. */
export function createReviewHandlers({ reviews, reviewDecisions }: Services): ReviewHandlers {
  return {
    listReviews: ({ params, query }) => reviews.list(params.slug, query),
    getBookingReview: ({ actor, params }) => reviews.ofBooking(actor, params.id),
    writeReview: ({ actor, params, body }) => reviews.write(actor, params.id, body),
    changeReview: ({ actor, params, body }) => reviews.change(actor, params.id, body),
    listDeskReviews: ({ actor, query }) => reviews.listOwn(actor, query),
    answerReview: ({ actor, params, body }) => reviews.answer(actor, params.id, body.text),
    reportReview: async ({ params, body }) => {
      await reviewDecisions.report(params.id, body.reason)
      return null
    },
    listAdminReviews: ({ actor, query }) => reviewDecisions.list(actor, query),
    decideReview: ({ actor, params, body }) => reviewDecisions.decide(actor, params.id, body),
  }
}
