import type { Review } from '@expertconnect/contract/reviews/shapes'
import { formatDate, visitorZone } from '../../lib/time/time.ts'
import { Stars } from '../../ui/display/stars.tsx'
import styles from './review-words.module.css'

/** What somebody wrote, with their stars, and what the expert says to it. */
export function ReviewWords({ review, expertName }: { review: Review; expertName: string }) {
  return (
    <div className={styles.review}>
      {review.text !== undefined && <p className={styles.text}>{review.text}</p>}
      <p className={styles.by}>
        <Stars rating={review.rating} />
        <span>
          {review.author} · <Day at={review.writtenAt} />
          {review.editedAt !== undefined && ', changed since'}
        </span>
      </p>
      <ReviewAnswer review={review} expertName={expertName} />
    </div>
  )
}

/** Below the review that it belongs to. */
export function ReviewAnswer({ review, expertName }: { review: Review; expertName: string }) {
  const { answer } = review
  if (!answer) return null
  return (
    <div className={styles.answer}>
      <p className={styles.by}>
        <span>
          <strong>{expertName}</strong> answered · <Day at={answer.writtenAt} />
        </span>
      </p>
      <p className={styles.text}>{answer.text}</p>
    </div>
  )
}

function Day({ at }: { at: string }) {
  return (
    <time translate="no" dateTime={at}>
      {formatDate(at, visitorZone())}
    </time>
  )
}
