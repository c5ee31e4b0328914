import type { Reviews } from '@expertconnect/contract/reviews/shapes'
import { Star } from 'lucide-react'
import { locale } from '../../lib/time/time.ts'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import styles from './star-breakdown.module.css'

const rows = [5, 4, 3, 2, 1] as const

export interface StarBreakdownProps {
  stars: Reviews['stars']
  total: number
  average: number
}

export function StarBreakdown({ stars, total, average }: StarBreakdownProps) {
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return (
    <div className={styles.breakdown}>
      <p className={styles.average}>
        <strong>{average.toLocaleString(locale(), one)}</strong>
        <span>
          {total.toLocaleString(locale())} {total === 1 ? 'review' : 'reviews'}
        </span>
      </p>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row} className={styles.row}>
            <span aria-hidden className={styles.label}>
              {row} <Star size={13} fill="currentColor" strokeWidth={1.5} />
            </span>
            <span aria-hidden className={styles.track}>
              <span style={{ width: `${(stars[row] / total) * 100}%` }} />
            </span>
            <span aria-hidden className={styles.number}>
              {stars[row].toLocaleString(locale())}
            </span>
            <VisuallyHidden>{`${row} stars: ${stars[row]} of ${total}`}</VisuallyHidden>
          </li>
        ))}
      </ul>
    </div>
  )
}
