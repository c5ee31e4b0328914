import { pageTitles } from '@expertconnect/contract/pages'
import { type AdminReview as Review, reviewShows } from '@expertconnect/contract/reviews/shapes'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Star } from 'lucide-react'
import { useState } from 'react'
import { AdminReview } from '../../features/review/admin-review.tsx'
import { HideDialog } from '../../features/review/hide-dialog.tsx'
import { adminReviewsQuery } from '../../features/review/queries.ts'
import { call } from '../../server/api/client.ts'
import { useChange } from '../../server/use-change.ts'
import { usePaged } from '../../server/use-paged.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { describeRefusal } from '../../ui/feedback/describe-refusal.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { Segmented } from '../../ui/form/segmented.tsx'
import { PageHead } from '../../ui/list/page-head.tsx'
import { PagedList } from '../../ui/list/paged-list.tsx'
import { Rows } from '../../ui/list/rows.tsx'
import { useFilters } from '../../ui/list/use-filters.ts'

const names = { reported: 'Reported', hidden: 'Hidden', all: 'All' } as const
const empty = {
  reported: 'Nothing is reported',
  hidden: 'None is hidden',
  all: 'There are no reviews yet',
} as const

/** What customers wrote, what is said against it, and what is decided. */
export function ReviewsPage() {
  useTitle(pageTitles['/admin/reviews'])
  const { part, change } = useFilters(reviewShows)
  const found = usePaged(useInfiniteQuery(adminReviewsQuery(part)))
  const [hiding, setHiding] = useState<Review | null>(null)
  const toast = useToast()
  const decide = useChange(
    ({ review: { id, version }, reason }: { review: Review; reason?: string }) =>
      call('decideReview', {
        params: { id },
        body:
          reason === undefined
            ? { version, state: 'shown' as const }
            : { version, state: 'hidden' as const, reason },
      }),
    ({ hidden }) => {
      setHiding(null)
      toast({ tone: 'good', title: hidden ? 'The review is hidden' : 'The review is shown' })
    },
  )
  async function show(review: Review) {
    const problem = await decide({ review })
    if (problem) toast({ tone: 'bad', title: problem.title, detail: describeRefusal(problem) })
  }
  return (
    <>
      <PageHead
        title={
          <>
            Reviews <em>of sessions</em>
          </>
        }
        lead="Anybody can report a review. Hide what breaks the rules, and keep what merely hurts."
      />
      <Segmented
        legend="Which reviews"
        options={reviewShows.map((value) => ({ value, label: names[value] }))}
        value={part}
        onChange={(next) => change({ part: next })}
      />
      <PagedList
        list={found}
        what="The reviews"
        nouns={['review', 'reviews']}
        empty={
          <EmptyState icon={<Star size={28} />} title={empty[part]}>
            Customers write a review once their session is over.
          </EmptyState>
        }
      >
        {(reviews) => (
          <Rows label="Reviews">
            {reviews.map((review) => (
              <AdminReview
                key={review.id}
                review={review}
                onHide={() => setHiding(review)}
                onShow={() => void show(review)}
              />
            ))}
          </Rows>
        )}
      </PagedList>
      {hiding && (
        <HideDialog
          review={hiding}
          onHide={(reason) => decide({ review: hiding, reason })}
          onClose={() => setHiding(null)}
        />
      )}
    </>
  )
}
