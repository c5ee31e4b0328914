import type { Review } from '@expertconnect/contract/experts/shapes'
import { formatDate, visitorZone } from '../../lib/time/time.ts'
import { cx } from '../../ui/style/cx.ts'
import { Stars } from '../../ui/display/stars.tsx'
import styles from './review-item.module.css'

/** One review; the first one is set as a quotation. */
export function ReviewItem({ review, featured }: { review: Review; featured: boolean }) {
  const quoted = featured && review.text !== undefined && review.text.length <= 180
  return (
    <li className={cx(styles.review, quoted && styles.featured)}>
      {review.text !== undefined && (
        <p className={quoted ? styles.quote : styles.text}>
          {quoted ? `“${review.text}”` : review.text}
        </p>
      )}
      <p className={styles.by}>
        <Stars rating={review.rating} />
        <span>
          {review.author} ·{' '}
          <time translate="no" dateTime={review.writtenAt}>
            {formatDate(review.writtenAt, visitorZone())}
          </time>
        </span>
      </p>
    </li>
  )
}
