import type { PartyReview } from '@expertconnect/contract/reviews/shapes'
import { EyeOff, MessageSquareReply } from 'lucide-react'
import { Button } from '../../ui/action/button.tsx'
import { Card } from '../../ui/display/card.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { cx } from '../../ui/style/cx.ts'
import { ReviewWords } from './review-words.tsx'
import styles from './review-card.module.css'

interface DeskReviewProps {
  review: PartyReview
  expertName: string
  onAnswer: () => void
}

/** A review as its expert reads it. */
export function DeskReview({ review, expertName, onAnswer }: DeskReviewProps) {
  return (
    <Card as="li" className={cx(styles.card, styles.beside)}>
      {review.hidden && (
        <Notice icon={<EyeOff size={20} />} title="Hidden by an administrator">
          <p>{review.hidden.reason}</p>
        </Notice>
      )}
      <div className={styles.words}>
        <ReviewWords review={review} expertName={expertName} />
      </div>
      {!review.answer && !review.hidden && (
        <div className={styles.actions}>
          <Button size="s" icon={<MessageSquareReply size={16} aria-hidden />} onClick={onAnswer}>
            Answer<VisuallyHidden> {review.author}</VisuallyHidden>
          </Button>
        </div>
      )}
    </Card>
  )
}
