import { Star } from 'lucide-react'
import styles from './stars.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

/** The stars that one review gave: filled ones of five. */
export function Stars({ rating }: { rating: number }) {
  return (
    <span className={styles.stars}>
      {[1, 2, 3, 4, 5].map((star) => (
        <Star
          key={star}
          aria-hidden
          size={15}
          fill={star <= rating ? 'currentColor' : 'none'}
          strokeWidth={1.5}
        />
      ))}
      <VisuallyHidden>{`${rating} of 5 stars`}</VisuallyHidden>
    </span>
  )
}
