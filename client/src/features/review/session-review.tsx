import { useQuery } from '@tanstack/react-query'
import { EyeOff, Pencil } from 'lucide-react'
import { useState } from 'react'
import { formatDate, visitorZone } from '../../lib/time/time.ts'
import { problemOf } from '../../server/api/problem.ts'
import { Button } from '../../ui/action/button.tsx'
import { Panel } from '../../ui/display/panel.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { bookingReviewQuery } from './queries.ts'
import { ReviewForm } from './review-form.tsx'
import { ReviewWords } from './review-words.tsx'
import styles from './session-review.module.css'
import { shownName } from './shown-name.ts'

interface SessionReviewProps {
  bookingId: string
  token: string
  expertName: string
  /** The customer's, as they booked. */
  customerName: string
}

/** For the customer of a session that took place: what they write of it, or wrote. Nothing where they may not. */
export function SessionReview(props: SessionReviewProps) {
  const { bookingId, token, expertName, customerName } = props
  const query = useQuery(bookingReviewQuery(bookingId, token))
  const [changing, setChanging] = useState(false)
  if (!query.data) {
    return query.isError ? <NotRead error={query.error} onRetry={query.refetch} /> : null
  }
  const { review, allowedActions } = query.data
  const writes = allowedActions.includes('write')
  if (!review && !writes) return null
  const form = { bookingId, token, expertName, review, name: shownName(customerName) }
  return (
    <Panel as="section" padding="l" className={styles.review} aria-labelledby="review">
      <h2 id="review">{review ? 'Your review' : 'Your review helps others'}</h2>
      {!review ? (
        <ReviewForm {...form} />
      ) : changing ? (
        <ReviewForm {...form} onClose={() => setChanging(false)} />
      ) : (
        <>
          {review.hidden && (
            <Notice icon={<EyeOff size={20} />} title="An administrator has hidden this review">
              <p>{review.hidden.reason}</p>
            </Notice>
          )}
          <ReviewWords review={review} expertName={expertName} />
          {allowedActions.includes('change') && (
            <div>
              <Button
                size="s"
                icon={<Pencil size={16} aria-hidden />}
                onClick={() => setChanging(true)}
              >
                Change it
              </Button>
              <p className={styles.until}>
                Until {formatDate(review.editableUntil, visitorZone())}
              </p>
            </div>
          )}
        </>
      )}
    </Panel>
  )
}

function NotRead({ error, onRetry }: { error: Error; onRetry: () => unknown }) {
  const { detail, title } = problemOf(error)
  return (
    <Panel as="section" className={styles.review}>
      <h2>Your review</h2>
      <p>It could not be loaded. {detail ?? title}</p>
      <div>
        <Button size="s" onClick={() => void onRetry()}>
          Try again
        </Button>
      </div>
    </Panel>
  )
}
