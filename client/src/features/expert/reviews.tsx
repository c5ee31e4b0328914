import type { Expert } from '@expertconnect/contract/experts/shapes'
import { useInfiniteQuery } from '@tanstack/react-query'
import { problemOf } from '../../server/api/problem.ts'
import { reviewsQuery } from '../../server/api/expert-queries.ts'
import { Button } from '../../ui/action/button.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { Panel } from '../../ui/display/panel.tsx'
import { Skeleton } from '../../ui/feedback/skeleton.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { ReviewItem } from './review-item.tsx'
import styles from './reviews.module.css'
import { StarBreakdown } from './star-breakdown.tsx'

type ReviewsProps = Pick<Expert, 'slug' | 'name' | 'rating'>

/** What others say: how the stars are spread, and the texts, more on demand. */
export function Reviews({ slug, name, rating: { average, count } }: ReviewsProps) {
  const reviews = useInfiniteQuery(reviewsQuery(slug))
  const pages = reviews.data?.pages ?? []
  const [first] = pages
  const texts = pages.flatMap((page) => page.items)
  return (
    <Panel as="section" padding="l" aria-labelledby="reviews" className={styles.reviews}>
      <h2 id="reviews">Reviews</h2>
      {count === 0 && <p className={styles.none}>No reviews yet. Yours could be the first.</p>}
      {reviews.isPending && count > 0 && <Loading />}
      {reviews.isError && !first && (
        <FailedState
          level={3}
          title="The reviews could not be loaded"
          detail={problemOf(reviews.error).detail}
          onRetry={() => void reviews.refetch()}
          retrying={reviews.isFetching}
        />
      )}
      {first && first.total > 0 && (
        <StarBreakdown stars={first.stars} total={first.total} average={average} />
      )}
      {texts.length > 0 && (
        <ul className={styles.list}>
          {texts.map((review, at) => (
            <ReviewItem key={review.id} review={review} expertName={name} featured={at === 0} />
          ))}
        </ul>
      )}
      {reviews.hasNextPage && (
        <Button
          className={styles.more}
          busy={reviews.isFetchingNextPage}
          onClick={() => void reviews.fetchNextPage()}
        >
          More reviews
        </Button>
      )}
    </Panel>
  )
}

function Loading() {
  return (
    <div className={styles.loading}>
      <VisuallyHidden>Loading the reviews</VisuallyHidden>
      <Skeleton height="5.5rem" radius={16} />
      <Skeleton width="80%" />
      <Skeleton width="60%" />
    </div>
  )
}
