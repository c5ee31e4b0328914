import { Star } from 'lucide-react'
import { locale } from '../../lib/time/time.ts'
import styles from './rating.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface RatingProps {
  average: number
  count: number
  /** `(132)` on cards, `132 reviews` where there is room. */
  words?: boolean
}

export function Rating({ average, count, words = false }: RatingProps) {
  if (count === 0) return <span className={styles.none}>No reviews yet</span>
  const stars = average.toLocaleString(locale(), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const reviews = `${count.toLocaleString(locale())} ${count === 1 ? 'review' : 'reviews'}`
  return (
    <span className={styles.rating}>
      <Star aria-hidden size={16} fill="currentColor" strokeWidth={1.5} />
      <span aria-hidden className={styles.number}>
        {stars}
      </span>
      <span aria-hidden className={styles.count}>
        {words ? reviews : `(${count.toLocaleString(locale())})`}
      </span>
      <VisuallyHidden>{`Rated ${stars} of 5, ${reviews}`}</VisuallyHidden>
    </span>
  )
}
