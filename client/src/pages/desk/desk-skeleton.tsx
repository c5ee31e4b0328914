import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { Skeleton } from '../../ui/feedback/skeleton.tsx'
import styles from './desk-skeleton.module.css'

export function DeskSkeleton() {
  return (
    <div className={styles.skeleton} aria-busy>
      <VisuallyHidden>Loading your desk</VisuallyHidden>
      <Skeleton height="78px" radius={22} />
      <Skeleton height="54px" radius={18} />
      <Skeleton width="min(22rem, 80%)" height="2.25rem" radius={12} />
      <Skeleton height="18rem" radius={28} />
    </div>
  )
}
