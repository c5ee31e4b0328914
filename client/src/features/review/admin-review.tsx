import type { AdminReview as Review } from '@expertconnect/contract/reviews/shapes'
import { Eye, EyeOff, Flag } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { formatDayTime, visitorZone } from '../../lib/time/time.ts'
import { Button } from '../../ui/action/button.tsx'
import { Card } from '../../ui/display/card.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import styles from './review-card.module.css'
import { ReviewWords } from './review-words.tsx'

interface AdminReviewProps {
  review: Review
  onHide: () => void
  onShow: () => void
}

/** A review with what is said against it, and what was decided. */
export function AdminReview({ review, onHide, onShow }: AdminReviewProps) {
  const { expert, author, bookingId, hidden, report } = review
  const whose = <VisuallyHidden> the review by {author}</VisuallyHidden>
  return (
    <Card as="li" className={styles.card}>
      <header className={styles.head}>
        <h2>
          {bookingId === undefined ? (
            `About ${expert.name}`
          ) : (
            <Link to={paths.adminBooking(bookingId)}>About {expert.name}</Link>
          )}
        </h2>
      </header>
      {report && (
        <Notice icon={<Flag size={20} />} title={reportedWords(report.count)}>
          <p>
            “{report.reason}” · {formatDayTime(report.at, visitorZone())}
          </p>
        </Notice>
      )}
      {hidden && (
        <Notice icon={<EyeOff size={20} />} title={`Hidden by ${hidden.by}`}>
          <p>
            {hidden.reason} · {formatDayTime(hidden.at, visitorZone())}
          </p>
        </Notice>
      )}
      <ReviewWords review={review} expertName={expert.name} />
      <div className={styles.actions}>
        {!hidden && (
          <Button size="s" icon={<EyeOff size={16} aria-hidden />} onClick={onHide}>
            Hide…{whose}
          </Button>
        )}
        {hidden ? (
          <Button size="s" icon={<Eye size={16} aria-hidden />} onClick={onShow}>
            Show again{whose}
          </Button>
        ) : (
          report && (
            <Button size="s" icon={<Eye size={16} aria-hidden />} onClick={onShow}>
              Keep{whose}
            </Button>
          )
        )}
      </div>
    </Card>
  )
}

function reportedWords(count: number): string {
  return count === 1 ? 'Reported once' : `Reported ${count} times; the first reason`
}
