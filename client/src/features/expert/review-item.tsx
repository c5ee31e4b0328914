import type { Review } from '@expertconnect/contract/reviews/shapes'
import { Flag } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { formatDate, visitorZone } from '../../lib/time/time.ts'
import { IconButton } from '../../ui/action/icon-button.tsx'
import { cx } from '../../ui/style/cx.ts'
import { Stars } from '../../ui/display/stars.tsx'
import { ReviewAnswer } from '../review/review-words.tsx'
import styles from './review-item.module.css'

const ReportDialog = lazy(async () => ({
  default: (await import('../review/report-dialog.tsx')).ReportDialog,
}))

interface ReviewItemProps {
  review: Review
  expertName: string
  featured: boolean
}

/** One review. What is short enough is set as a quotation, the first one large. */
export function ReviewItem({ review, expertName, featured }: ReviewItemProps) {
  const [reporting, setReporting] = useState(false)
  const quoted = review.text !== undefined && review.text.length <= 180
  return (
    <li className={cx(styles.review, featured && quoted && styles.featured)}>
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
        <IconButton
          className={styles.report}
          label={`Report the review by ${review.author}`}
          icon={<Flag size={18} aria-hidden />}
          onClick={() => setReporting(true)}
        />
      </p>
      <ReviewAnswer review={review} expertName={expertName} />
      {reporting && (
        <Suspense>
          <ReportDialog id={review.id} onClose={() => setReporting(false)} />
        </Suspense>
      )}
    </li>
  )
}
