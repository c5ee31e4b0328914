import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import type { PartyReview } from '@expertconnect/contract/reviews/shapes'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Star } from 'lucide-react'
import { useState } from 'react'
import { AnswerDialog } from '../../features/review/answer-dialog.tsx'
import { DeskReview } from '../../features/review/desk-review.tsx'
import { deskReviewsQuery } from '../../features/review/queries.ts'
import { usePaged } from '../../server/use-paged.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { PageHead } from '../../ui/list/page-head.tsx'
import { PagedList } from '../../ui/list/paged-list.tsx'
import { Rows } from '../../ui/list/rows.tsx'

/** What customers wrote about one's sessions. */
export function ReviewsPage({ expert: { name, rating } }: { expert: DeskExpert }) {
  useTitle(pageTitles['/desk/reviews'])
  const list = usePaged(useInfiniteQuery(deskReviewsQuery))
  const [answering, setAnswering] = useState<PartyReview | null>(null)
  return (
    <>
      <PageHead
        title="Reviews"
        lead={
          rating.count === 0
            ? 'After a session your customer is asked how it was.'
            : `${rating.average.toFixed(1)} of 5 stars on average, by ${rating.count} ${rating.count === 1 ? 'customer' : 'customers'}. You can answer each review once.`
        }
      />
      <PagedList
        list={list}
        what="The reviews"
        nouns={['review', 'reviews']}
        empty={
          <EmptyState icon={<Star size={28} />} title="No reviews yet">
            They appear here as soon as somebody writes one.
          </EmptyState>
        }
      >
        {(reviews) => (
          <Rows label="Reviews">
            {reviews.map((review) => (
              <DeskReview
                key={review.id}
                review={review}
                expertName={name}
                onAnswer={() => setAnswering(review)}
              />
            ))}
          </Rows>
        )}
      </PagedList>
      {answering && <AnswerDialog review={answering} onClose={() => setAnswering(null)} />}
    </>
  )
}
