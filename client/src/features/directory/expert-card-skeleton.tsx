import { Card } from '../../ui/display/card.tsx'
import { Skeleton } from '../../ui/feedback/skeleton.tsx'
import styles from './expert-card-skeleton.module.css'

/** As high as a card with a headline of two lines, so that little moves when the real ones come. */
export function ExpertCardSkeleton() {
  return (
    <Card as="li" aria-hidden className={styles.card}>
      <Skeleton width={104} height={104} radius={28} />
      <Skeleton width="65%" height={20} />
      <Skeleton height={14} />
      <Skeleton width="80%" height={14} />
      <div className={styles.chips}>
        <Skeleton width={66} height={28} radius={9} />
        <Skeleton width={88} height={28} radius={9} />
      </div>
      <Skeleton height={18} />
      <Skeleton height={52} radius={12} />
    </Card>
  )
}
